import type { PageWords } from "../types/pages.ts";

export const pages = {
  labels: {
    attendees:
      /^(?:\W{0,3}(?:meeting )?(?:attendees?|attendance|participants?|participation|in attendance|present|who attended|attended(?: by)?|(?:thanks|thank you) to (?:all|everyone|those) (?:who|that) attended|roll ?call|people present|members present|attending|those present|list of (?:participants|attendees|those present)|delegates(?: present)?|(?:delegates |members |partners )?signed in|dial+ed in|on the line|on the phone)(?: list| sheet| register| record| list\b.{0,20}|\W{0,3}\(.{0,40}\)| \d+)?(?:\s+(?:and|&|\/) (?:introductions|apologies|guests|minutes|quorum|regrets|roll call))?|who(?:'s|’s| is| was) (?:here|there)|also present|on the call|(?:voting )?members (?:and guests )?present|voting (?:members|representatives)|guests(?: present)?)$/,
    notAttendees: /absent|excused|regret|apolog|reason|statistic|average|policy|not attend|non-attend|improve/,
    partOfAttendees: /\b(?:staff|members?|guests?|remote|online|in person|tsc|toc|maintainers|community)\b/,
    instruction:
      /^(?:please|kindly|feel free to|remember to|if you)\b|\b(?:add|put|input|enter|write|type|list|sign) (?:in |down )?(?:you ?r|ur) (?:full )?names?\b/,
    behindAttendees:
      /^(?:(?:related|general|weekly|monthly|other|team|open|key) )*(?:announcements?|reviews?|housekeeping|discussions?|updates?|status|minutes|agenda|topics|notes|business|goals|summary|items|actions?|introductions?)$/,
    besideAttendees: /^(?:quorum|total|count|note|agenda|scribe|host|facilitator|next meeting)\b/,
    onOneLine:
      /(?:(?:vice|co)[- ]?)?(?:chairs?|scribes?|recorders?|facilitators?|minutes|notes|date|time|location|hosts?|secretary|recording|quorum|attendees|present|regrets)/,
    date: /^(?:meeting )?(?:date|when|date (?:and|&) time|date\/time|time|day)$/,
    timeOfTalk: /^(?:when|time|date|day and time|date (?:and|&) time)$/,
    agenda: /agenda|discussion (?:items|topics)|topics|goals/,
    minutes: /minutes|meeting notes|notes|discussion/,
    recording: /recording|replay|video|rec\. of|watch/,
    presenters:
      /^(?:(?:guest |keynote |featured |workshop )?(?:presenters?|speakers?|panelists?|presented by|instructors?)|workshop leaders?)$/,
    whoSpeaks: /^(?:who|with|by)$/,
    whatIsTold: /^(?:what|topic|title|subject|talk|presentation|about|abstract)$/,
    actions: /action items?|^action (?:log|list|points?)$|^actions?$|to[- ]?dos?$|next steps|follow[- ]?ups?$/,
    action: /^(?:ai|action(?: item| point)?|to[- ]?do)$/,
    due: [/\b(?:due(?: on| by| date)?:?|by|until|before|deadline:?) (?:the )?(.{4,40})/i],
    subgroups: /sub[- ]?groups?\b|(?:working|special interest) groups$|^teams$|active (?:teams|groups)|workstreams|task ?forces/,
    notSubgroups: /\bto join\b|updates? from|telegram|discord/,
    aroundState: /^currently | (?:teams|groups|subgroups)$/g,
    status: /^(?:current )?(?:project |group )?status$/,
    projectName: /^(?:(?:project|lab|group) )?(?:title|name)$|^name of (?:the )?(?:project|lab|group)$/,
    authors: /\bauthors?\b/,
    submittedBy: /^(?:(?:this )?report (?:was )?)?(?:submitted|prepared|written|reported|compiled|drafted|drawn up) by$|^by$|^reporters?$/,
    submittedByLine: [
      /^\W*(?:(?:this )?report (?:was )?)?(?:submitted|prepared|written|reported|compiled|drafted|drawn up) by (.{3,80}?)(?= \(|, | for | on | to |[;.]|$)/i,
    ],
    publishedLine: /\b(?:handed in|submitted|published|delivered|filed)(?: [^.,;]{0,40})? on /i,
    published: /publish|report date|submitted (?:on|by)|date submitted|submission date|date of (?:submission|publication)/,
    dateOfReport: /^date$/,
    reportField: /publish|author/,
    boldField:
      /\b(?:authors?|published|submitted|(?:co-?|vice[- ]?)?chairs?|leads?|leaders?|hosts?|secretary|PTL|conven[eo]r|facilitator|attendees|participants)\b/i,
    headingField:
      /^(?:submitted|prepared|written|reported|compiled) (?:by|on)$|^(?:report )?authors?$|^date (?:of )?(?:submitted|published|submission|publication)$/i,
    reportingPeriod:
      /^(?:(?:report(?:ing|ed)?|evaluation|review(?:ed)?|assessment|covered) )?period(?: covered| of (?:report|review|evaluation))?$|^(?:covering|report covers|period of (?:the )?report)$/,
    calledReport: /\breport(?: (?:\d{1,2}|[ivx]{1,4}))?$/,
    proposed: /^\W*proposed\b/i,
    plain:
      /^(?:attendees|participants|attendance(?: sheet| list| register)?|those present|list of participants|in attendance|agenda|meeting agenda|(?:meeting |call |zoom )?recordings?)$/,
  },
  titles: {
    meeting:
      /\bmeetings?\b|\bcalls?\b|\bminutes\b|\bagendas?\b|\bnotes\b|\bround ?table\b|\bsync(?:-up)?\b|\bstand-?up\b|\bsessions?\b|\btelcos?\b|\btelecons?\b|\bteleconferences?\b|\bplenar(?:y|ies)\b|\bsittings?\b|\bplanning\b|\bmeet-?up\b|\boffice hours\b|\bpresentation\b/i,
    beforeDate: /^meetings?:\s*/i,
    behindGroup: /^(?:bi-?weekly|weekly|monthly|meetings?|calls?|agendas?|notes|minutes|recordings?|links?|archives?|logs?|index|and|&)$/i,
    gathering: /\bmeet-?ups?\b|\bevents?\b|\bwebinars?\b|\bworkshops?\b|\bhackfests?\b|\bconferences?\b|\bsummits?\b/i,
    news: /\bnews(?:letters?)?\b/i,
    report: /\breports?\b|\b(?:progress|status) notes?\b|\bupdates?\b|\breview\b/i,
    oneReport: /\breport\b/i,
    endsInReport: /\b(?:report|update)\W*$/i,
    reports: /\breports?\b/i,
    reportAndPeriod:
      /\b(?:19|20)\d{2}\b|\bQ[1-4](?:\s?(?:\/|&|-|and)?\s?Q?[1-4])?\b|\bH(?:Y)?[12]\b|\b(?:mid|half)-?year(?:ly)?\b|\b(?:semi-?|bi-?)?annual\b|\b(?:1st|2nd|first|second)\b|\bquarterly\b|\b(?:status |project |progress )?(?:report|update)s?\b|\b(?:progress|status) notes?\b|\bFY(?=\s?\d|\s*$)/gi,
    template: /\btemplates?\b|\bhow to\b|\bexample\b|\bsample\b/i,
    roster:
      /\b(?:members?(?:hip)?|participants?|maintainers?|contributors?|leadership|people|speakers?|mentors?|delegates?|officers|office-?bearers|ambassadors)(?: (?:directory|list|roster|page))?$|\bdirectory\b|\broster\b|\bwho'?s who\b/i,
    notRoster: /^(?:for|why|how|become|becoming|proposal)\b/i,
    charter:
      /\bcharter\b|\bgovernance\b|\bby-?laws\b|\bterms of reference\b|\brules of procedure\b|\bconstitution\b|\bstatutes\b|\b(?:consortium|membership|operating) agreement\b/i,
    ofGroup: /^ (?:of|for) /,
    numberedMeeting:
      /\b(?:minutes|agenda|notes|record) of (?:the )?(?:\d{1,3}(?:st|nd|rd|th)|\p{L}{4,12}) (?:plenary|meeting|session|sitting|assembly|call)\b|^(?:the )?\d{1,3}(?:st|nd|rd|th) (?:plenary|meeting|session|sitting|assembly)\b/iu,
    proposal: /^(?:proposal|project plan)\b/i,
    proposedGroup: /\b(?:proposal|application)\b/i,
    approvedGroup: [/^(.{3,60}?)\s?(?:[-–—:]|\() ?(?:approved|accepted)\b/i],
    proposals: /\bproposals\b/i,
    candidacy: /\b(?:proposals?|applications?|nominees?|nominations?|elections?|candidates?)\b/i,
    resource:
      /\bresources?\b|\bfaqs?\b|\bglossary\b|\bcitations?\b|\barticles?\b|\bcourses?\b|\blearning\b|\btutorials?\b|\bguides?\b|\blinks\b|\blibrary\b|\bpapers?\b|\bpublications?\b|\bdeliverables\b|\bbibliography\b|\bpolic(?:y|ies)\b|\bguidelines?\b|\bchecklists?\b|\bcode of conduct\b|\baudits?\b|\brepos(?:itories)?\b|\blicensing\b|\be-?books?\b|\bcertifications?\b|\bhandouts?\b|\bprerequisites\b|\bprocess(?:es)?\b|\bdesign documents?\b|\bslide decks?\b|\btestimonials\b|\breading list\b|\bnew member\b|\bgetting started\b|\bwhat'?s happen/i,
    index:
      /\bindex\b|\barchives?\b|\bhistory\b|\bpast\b|\bsummary\b|\blist of\b|\bmeetings$|\breports$|\bnotes$|\bpresentations$|\bprojects$|\brecordings$|\bminutes$/i,
    folder:
      /\b(?:meetings?|meet-?ups?|calls?|notes|minutes|agendas?|archives?|archived|history|index|summary|summaries|presentations?|documents?|documentation|resources|recordings?|events?|summits?|workshops?|conferences?|hackfests?|webinars?|reports?|updates?|status|submissions?|plans?|releases?|proposals?|sessions?|trainings?|members|leadership|community|communities|home|misc(?:ellaneous)?|other|old|past|20\d\d|Q[1-4])\b/i,
    archived:
      /\((?:archived?|inactive|eol|end of life|closed|retired|dormant)\)|\[(?:archived?|inactive|eol|closed|retired)\]|^archived?\b\W/i,
    ended: /\((?:archived|inactive)\)/i,
    canceled: /\bcancel+ed\b|\bcalled off\b|\bdid not take place\b|\bnot held\b|\bpostponed\b|\bno meeting\b/i,
  },
  sections: [
    [
      "published",
      /^(?:date (?:of )?(?:published|publication|submitted)|published(?: on| date)?|publication date|publish date|report date|date published|submitted on|(?:submission date|date (?:of )?submi(?:tted|ssion)))$/,
    ],
    ["authors", /\bauthors?\b|^(?:submitted|prepared|written|reported|compiled) by$|^reporters?$/],
    ["questions", /^questions?\b/],
    ["health", /\bhealth\b(?!care)|^(?:overall |current )?status$|\bstate of play\b/],
    ["issues", /\bissues?\b|\bchallenges?\b|\bblockers?\b|\bconcerns?\b|\bdifficult(?:y|ies)\b|\bobstacles?\b/],
    ["releases", /\breleases?\b/],
    [
      "planned",
      /\bplanned\b|\bplans?\b|\bupcoming\b|\broadmap\b|\bfuture\b|\bnext (?:quarter|period|six months|steps)\b|\bwork products?\b|\bunder development\b|\boutlook\b|\bgoals for\b/,
    ],
    [
      "activity",
      /\bactivit(?:y|ies)\b|\bprogress\b|\baccomplishments?\b|\bachievements?\b|\bmonthly meetings\b|\bhighlights\b|\bcompleted\b|^tasks\b.{1,40}\bresults$|^(?:key )?results$|^work (?:done|performed)\b/,
    ],
    ["diversity", /\bdiversity\b/],
    ["additional", /\badditional\b|\bother information\b|\banything else\b|\bmiscellaneous\b/],
    ["subgroups", /\bsub-?groups?:?$|\bsub-?groups$/],
    ["metrics", /\bmetrics\b|\bstatistics\b|\bby the numbers\b/],
    ["questions", /\bquestions?\b/],
    [
      "description",
      /^description$|^overview$|^about\b|^(?:project|mission|summary|introduction)$|special interest group(?: \(.*\))?$|^working group$|\bsig\b(?: \(.*\))?$|working group \(.*\)$/,
    ],
  ],
  columns: {
    actions: {
      task: /^(?:actions?(?: items?| points?)?|tasks?|to-?dos?)$/,
      owner: /^(?:owners?|who|assigned(?: to)?|assignees?|responsible|person)$/,
      due: /^(?:due(?: date| by)?|deadline|by when|when|target(?: date)?)$/,
    },
    people: {
      name: [
        /^(?:full )?names?$/,
        /^(?:[\p{L}/ ]{1,20} )?(?:representative|delegate|attendee|participant|person|who)s?\b/u,
        /^(?:[\p{L}/ ]{1,20} )?members?$/u,
      ],
      present: /^(?:present|attend(?:ed|ance|ing)?|in attendance|here|came|y\/n|initials|signature|signed(?: in)?)\W*$/,
      proxy: /^prox(?:y|ies)\b/,
      joinedName: /(?:(?:Full )?Name|Attendee|Participant|Member)s?/,
      joinedOther: /(?:Organi[sz]ation|Company|Affiliation|Employer|E-?[Mm]ail(?: [Aa]ddress)?|Role|Title|Country|GitHub|Handle)s?/,
      joinedAddress: /e-?mail/i,
    },
    leaders: {
      role: /\brole\b|\bposition\b|^title$|^office$|^function$|^capacity$/,
      name: /^(?:full )?names?$|^(?:person|members?|who|(?:office-?|current )?holders?|incumbents?|officers?)$/,
      number: /^(?:no\.?|nr\.?|#|id|number)$/,
      office:
        /^(?:(?:current|last|co|vice|deputy|project|technical|team|group|committee|work package|wp)[- ]?){0,2}(?:chair|lead|leader|ptl|secretary|treasurer|conven[eo]r|rapporteur|co-?ordinator|facilitator|moderator)(?:s|person|man|woman)?(?:\(s\))?(?: ?(?:and|&|\/) ?(?:vice|co)[- ]?(?:chair|lead|leader)s?)?$/,
      group:
        /\bgroups?\b|\bsig\b|\bteam\b|\bsub-?group\b|\b(?:sub-?)?committees?\b|^projects?$|\bchapters?$|^(?:project|group) name$|^work ?packages?$/,
      since: /^(?:since|from|start(?:ed|s)?|elected|appointed|began|start date|term start)$/,
      until: /^(?:until|till|to|end(?:ed|s)?|left|end date|term ends?|expires|closed)$/,
      term: /^(?:term|mandate?|period|years?)$/,
      joined:
        /(?:Full )?Names?|Members?|Roles?|Positions?|Titles?|Organi[sz]ations?|Compan(?:y|ies)|Affiliations?|Employers?|E-?[Mm]ail(?: [Aa]ddress)?|Contact|Country|Location|Time ?[Zz]one|Term|Since/,
      joinedName: /Names?|Members?/,
      joinedRole: /Roles?|Positions?|Titles?/,
    },
    groups: {
      number: /^(?:no\.?|nr\.?|#|id|number)$/,
      name: /^(?:names?|titles?)$/,
      type: /^(?:type|kind|category)(?: of group)?$/,
      state: /^(?:(?:current|group|project) )?(?:status|state|stage|phase)$/,
      about:
        /^(?:descriptions?|purpose|mission|focus|primary focus|scope|what it does|goals?|mailing lists?|charter|meetings?|regular call)$/,
      joined:
        /^(?:Name|Title|Group|SIG|Working Group|Committee|Chapter)(?:Project)?(?:Description|Purpose|Mission|Focus|Scope|Primary Focus|Status|Chairs?|Leads?)/,
      saysState: /\b(?:in)?active(?: status(?: in [^.]{3,30})?)?\W*$|archived\W*$/i,
    },
    talks: {
      title: /title|topic|presentation|subject|name/,
      date: /date|when|day/,
      presenters: /presenter|speaker|guest|host|by\b|who/,
      joined:
        /Date|Time|When|Day|Topics?|Titles?|Subject|Presentations?|Presenters?|Speakers?|Guests?|Hosts?|Recordings?|Videos?|Links?|Slides?|Materials?|Notes?|Youtube|YouTube|Replay/,
      behindJoined: / Link/,
      joinedTitle: /topics?|titles?|subject|presentations?/,
      joinedPresenters: /presenters?|speakers?|guests?|hosts?/,
    },
    courses: {
      title: /^(?:course|training|class|program|certification|mooc)s?(?: (?:name|title))?$|^course\b/,
      provider: /^(?:organi[sz]ation|provider|offered by|institution|school|university|platform|company|vendor)s?$/,
      cost: /^(?:costs?|price|fees?|tuition|pricing|members?(?: price)?|non-?members?(?: price)?)(?: \(.{1,10}\))?$/,
      offer: /^(?:register|registration|enrol?l?|level|duration|format|next (?:dates?|run))\b/,
      updated: /^(?:last )?(?:updated|checked|verified)(?: on)?$|^as of$/,
      notes: /^(?:notes?|comments?|remarks?|details|description)$/,
      joined:
        /organi[sz]ation|provider|institution|school|university|platform|courses?|course name|title|name|costs?|price|fees?|last updated|updated|reviews?|ratings?|notes?|comments?|links?|url|duration|level|description|date/,
      joinedTitle: /course/i,
      joinedCostOrProvider: /cost|price|fee|provider|organi[sz]ation|institution/i,
    },
  },
} satisfies PageWords;
