import type { Lexicon } from "./types.ts";

export const english: Lexicon = {
  language: "en",
  months: {
    january: 1,
    jan: 1,
    february: 2,
    feb: 2,
    febuary: 2,
    march: 3,
    mar: 3,
    april: 4,
    apr: 4,
    may: 5,
    june: 6,
    jun: 6,
    july: 7,
    jul: 7,
    august: 8,
    aug: 8,
    september: 9,
    sept: 9,
    sep: 9,
    october: 10,
    oct: 10,
    november: 11,
    nov: 11,
    december: 12,
    dec: 12,
  },
  numbers: {
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
  },
  seasons: { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 },
  labels: {
    attendees:
      /^(?:\W{0,3}(?:meeting )?(?:attendees?|attendance|participants?|participation|in attendance|present|who attended|attended(?: by)?|(?:thanks|thank you) to (?:all|everyone|those) (?:who|that) attended|roll ?call|people present|members present|attending)(?: list| list\b.{0,20}|\W{0,3}\(.{0,40}\)| \d+)?(?:\s+(?:and|&|\/) (?:introductions|apologies|guests|minutes|quorum|regrets|roll call))?|who(?:'s|’s| is| was) (?:here|there)|also present|on the call|(?:voting )?members (?:and guests )?present)$/,
    notAttendees: /absent|regret|apolog|reason|statistic|average|policy|not attend|non-attend|improve/,
    date: /^(?:meeting )?(?:date|when|date (?:and|&) time|date\/time|time|day)$/,
    agenda: /agenda|discussion (?:items|topics)|topics|goals/,
    minutes: /minutes|meeting notes|notes|discussion/,
    recording: /recording|replay|video|rec\. of|watch/,
    presenters:
      /^(?:(?:guest |keynote |featured |workshop )?(?:presenters?|speakers?|panelists?|presented by|instructors?)|workshop leaders?)$/,
    actions: /action items?|^actions?$|to[- ]?dos?$|next steps|follow[- ]?ups?$/,
    subgroups: /sub[- ]?groups?\b|(?:working|special interest) groups$|^teams$|active (?:teams|groups)|workstreams|task ?forces/,
    plain: /^(?:attendees|participants|attendance|in attendance|agenda|meeting agenda|(?:meeting |call |zoom )?recordings?)$/,
  },
  titles: {
    meeting:
      /\bmeetings?\b|\bcalls?\b|\bminutes\b|\bagendas?\b|\bnotes\b|\bround ?table\b|\bsync(?:-up)?\b|\bstand-?up\b|\bsessions?\b|\bplanning\b|\bmeet-?up\b|\boffice hours\b|\bpresentation\b/i,
    gathering: /\bmeet-?ups?\b|\bevents?\b|\bwebinars?\b|\bworkshops?\b|\bhackfests?\b|\bconferences?\b|\bsummits?\b/i,
    news: /\bnews(?:letters?)?\b/i,
    report: /\breports?\b|\bupdates?\b|\breview\b/i,
    template: /\btemplates?\b|\bhow to\b|\bexample\b|\bsample\b/i,
    roster:
      /\b(?:members?(?:hip)?|participants?|maintainers?|contributors?|leadership|people|speakers?|mentors?)(?: (?:directory|list|roster|page))?$|\bdirectory\b|\broster\b|\bwho'?s who\b/i,
    charter: /\bcharter\b|\bgovernance\b|\bby-?laws\b/i,
    resource:
      /\bresources?\b|\bfaqs?\b|\bglossary\b|\bcitations?\b|\barticles?\b|\bcourses?\b|\blearning\b|\btutorials?\b|\bguides?\b|\blinks\b|\blibrary\b|\bpapers?\b|\bnew member\b|\bgetting started\b|\bwhat'?s happen/i,
    index:
      /\bindex\b|\barchives?\b|\bhistory\b|\bpast\b|\bsummary\b|\blist of\b|\bmeetings$|\breports$|\bnotes$|\bpresentations$|\bprojects$|\brecordings$|\bminutes$/i,
    folder:
      /\b(?:meetings?|meet-?ups?|calls?|notes|minutes|agendas?|archives?|archived|history|index|summary|summaries|presentations?|documents?|documentation|resources|recordings?|events?|summits?|workshops?|conferences?|hackfests?|webinars?|reports?|updates?|status|submissions?|plans?|releases?|proposals?|sessions?|trainings?|members|leadership|community|communities|home|misc(?:ellaneous)?|other|old|past|20\d\d|Q[1-4])\b/i,
    archived:
      /\((?:archived?|inactive|eol|end of life|closed|retired|dormant)\)|\[(?:archived?|inactive|eol|closed|retired)\]|^archived?\b\W/i,
    canceled: /\bcancel+ed\b|\bnot held\b|\bpostponed\b|\bno meeting\b/i,
  },
  sections: [
    [
      "published",
      /^(?:date (?:of )?(?:published|publication|submitted)|published(?: on| date)?|publication date|publish date|report date|date published|submitted on)$/,
    ],
    ["authors", /\bauthors?\b|^(?:submitted|prepared|written|reported) by$|^reporters?$/],
    ["questions", /^questions?\b/],
    ["health", /\bhealth\b(?!care)|^status$|^overall status$/],
    ["issues", /\bissues?\b|\bchallenges?\b|\bblockers?\b|\bconcerns?\b/],
    ["releases", /\breleases?\b/],
    [
      "planned",
      /\bplanned\b|\bplans?\b|\bupcoming\b|\broadmap\b|\bfuture\b|\bnext (?:quarter|period|six months|steps)\b|\bwork products?\b|\bunder development\b|\boutlook\b|\bgoals for\b/,
    ],
    [
      "activity",
      /\bactivit(?:y|ies)\b|\bprogress\b|\baccomplishments?\b|\bachievements?\b|\bmonthly meetings\b|\bhighlights\b|\bcompleted\b/,
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
  cadences: [
    [
      "twice-monthly",
      /\btwice (?:a|per|each) month\b|\btwice[- ]monthly\b|\bsemi-?monthly\b|\btwo times a month\b|\b(?:1st|first) and (?:3rd|third)\b|\b(?:2nd|second) and (?:4th|fourth)\b/i,
    ],
    [
      "biweekly",
      /\bbi-?weekly\b|\bevery (?:two|2|other|second) weeks?\b|\bevery other (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bfortnight(?:ly)?\b|\bonce every two weeks\b/i,
    ],
    [
      "quarterly",
      /\b(?:meets?|met|meetings?|calls?)\b.{0,40}\b(?:quarterly|every quarter|once a quarter)\b|\bquarterly (?:meetings?|calls?)\b/i,
    ],
    [
      "monthly",
      /\bmonthly\b|\bevery month\b|\bonce (?:a|per|each) month\b|\bof (?:each|every|the) month\b|\bevery (?:four|4) weeks\b|\bevery (?:fourth|4th|third|3rd|first|1st|second|2nd|last) (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i,
    ],
    ["weekly", /\bweekly\b|\bevery week\b|\bonce a week\b|\beach week\b|\bevery (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i],
  ],
  groupKinds: [
    ["subgroup", /\bsub-? ?groups?\b/gi],
    ["sig", /\bspecial interest groups?\b|\binterest groups?\b|\bsigs?\b/gi],
    [
      "working-group",
      /\bwork(?:ing)? ?-?groups?\b|\bwgs?\b|\btask ?-?forces?\b|\b(?:advisory|user|focus|study|expert|planning|coordination) groups?\b|\bcommunit(?:y|ies) of practice\b/gi,
    ],
    [
      "committee",
      /\b(?:sub-?)?committees?\b|\bPMCs?\b|\b(?:steering|technical|advisory|governing|executive|oversight) (?:councils?|boards?)\b|\bcouncils?\b/gi,
    ],
    ["chapter", /\bchapters?\b/gi],
    ["team", /\bteams?\b|\bround ?tables?\b|\busers? groups?\b/gi],
    ["project", /\bprojects?\b/gi],
  ],
  groupWord: /group|communit|pmc|sig|wg|force|committee|council|board|chapter|team|table|project/i,
  roles: [
    ["vice-chair", /\bvice[- ]?chair(?:s|man|woman|person|persons|people)?\b/i],
    ["co-chair", /\bco-?\s?chair(?:s|man|woman|person|persons|people)?\b/i],
    ["other", /\b(?:assistant|deputy|interim|acting|former|past|ex)[- ]chair(?:man|woman|person)?\b/i],
    ["chair", /\bchair(?:s|man|woman|person|persons|people)?\b/i],
    ["secretary", /\bsecretar(?:y|ies)\b/i],
    ["lead", /\b(?:co-?)?leads?\b|\bPTL\b|\b(?:co-?)?leaders?\b|\bteam leads?\b/i],
  ],
  changes: {
    trigger:
      /\b(?:step|resign|no longer|retire|hand|leader|chair|lead\b|disband|dissol|eliminat|stand down|stop|ceas|paus|suspend|inactive|archived|recess|hiatus|hold|slow|dormant|launch|re-?launch|re-?boot|boot|start|serve|activ|reviv|establish|resum|momentum|form|found|creat|charter|debut|incept|kick|mov|chang|switch|reschedul|now\b|new\b|welcome|elect|appoint|confirm|nominat|select|chosen|named|took over|takes? over|success|set up|moves|approv|accept|deprecat|sunset|shift|merged|replaced|final|time|timing|adjust|agreed|decid|transition|end-of-li)/i,
    noChange:
      /\?\s*$|\bplan(?:s|ned|ning)? (?:to|for|on)\b|\bpropos(?:e|es|ed(?! and approved)|al(?! (?:for .{1,40} )?(?:has been|was) (?:accepted|approved))|als|ing)\b|\bwould\b|\bmight\b|\bmay\b(?! \d)|\bcould\b|\bshould\b|\bif\b|\bhop(?:e|es|ing)\b|\bconsider(?:ing|ed)?\b(?! (?:to be )?inactive)|\bin case\b|\bunless\b|\bwhether\b|\bnominees?\b|\bnominations?\b|\bcandidates?\b|\bcall for\b|\bvote (?:for|on)\b|\bre-?elected\b|\b(?:is|are) on leave\b|\belection\b.{0,40}\bwill\b|\bseek(?:ing)?\b.{0,30}\b(?:chair|lead)|\bto be (?:decided|determined|elected)\b|\bnot (?:yet )?(?:been )?(?:elected|selected|appointed)\b|\byour (?:group|sig|project)\b/i,
    future: /\bwill\b(?! no longer\b| be shifted\b| take (?:on|over)\b| be (?:led|chaired) by\b| move\b| likely\b| now\b)/i,
    ownThing: /\b(?:the|our|this) (?:group|sig|sub-?group|(?:sub-?)?committee|team|call|meeting|project|lab|proposal)\b/i,
    aboutLeaders: /chair|lead|secretar|over|succe|ptl/i,
    aboutMeetings: /meet|call|cadence|time|timing|schedule/i,
    roleWord:
      /\bPTL\b|\b(?:(?:vice|co|assistant)[- ]?)?chair(?:s|man|woman|person|persons|people)?\b|\b(?:co-?)?leads?\b|\bleaders?(?:ship)?\b|\bsecretary\b/i,
    leftAndCame:
      /\b(?:has |have |had |is |are |was )?(?:stepped down|stepping down|step down|resigned|resigning|stepped back|stepped aside|no longer be (?:leading|chairing)|no longer (?:leads?|chairs?)|retired|relinquished|left the (?:(?:sub-?)?committee|(?:sub-?|working )?group|team|project|sig|role|position))\b/i,
    succeeds: /\b(?:succeed(?:s|ed|ing)|replac(?:es|ed|ing)|takes? the place of|in succession (?:of|to))\b/i,
    byAcclamation: /^\W*(?:vice[- ]?|co-?)?(?:chair|lead|secretary|ptl)(?:person|man|woman)?\s?[:–-]\s?.{3,80}?\b(?:was |were )?elected\b/i,
    tookOverFrom: /\b(?:took|takes|taking|has taken) over (?:the \w+ )?from\b/i,
    handsOverTo: /\bhand(?:s|ed|ing)? (?:over|off)\b|\bpass(?:es|ed|ing) (?:on )?the (?:torch|baton|leadership)\b/i,
    leadershipChanged:
      /\bleadership (?:has )?changed hands\b|\b(?:change|transition|pivot|handover|hand-over|turnover) (?:in|of) (?:the )?(?:\w+ ){0,2}(?:leadership|chair|lead)\b|\bhand-?over of the (?:sub-?group|group|team)\b/i,
    isTheNew: /\bnew(?:ly)?(?: elected| appointed)? (?:[\p{L}\d/&-]{1,20} ){0,5}?(?:vice[- ]|co-?)?(?:chair|lead)/iu,
    came: /\b(?:nominated|elected|appointed|selected|chosen|named|introduced|announced|confirmed|voted in|taken over|took over|takes over|take over|taking over|take on the role|takes on the role|took on the role|assumed|become|becomes|became|is now|are now|welcome[sd]?|joined)\b/i,
    disbanded:
      /\b(?:was|were|has been|have been|been|is|are|officially)? ?(?:disbanded|dissolved|eliminated|sunset(?:ted)?|wound down|shut down|retired)\b|\bdecided to (?:stand down|disband|dissolve|close|end)\b/i,
    stoppedMeeting:
      /\b(?:is|are|remains?|stays?) (?:currently |now |still )?(?:inactive|dormant)\b|:\s*inactive\b|\b(?:has|have|had) (?:stopped|ceased) meeting\b|\b(?:is|are|was|were) no longer (?:active|meeting)\b|\b(?:has|have|had) been (?:paused|suspended|inactive|dormant)\b|\b(?:in|on) (?:recess|hiatus)\b|\btemporarily on hold\b|\b(?:is|are|was|were|been) (?:put |placed )?on hold\b|\b(?:again )?slowed in development\b|\bgone (?:dormant|quiet|silent)\b|\b(?:has|have) not met since\b/i,
    movedToAState:
      /\b(?:moved|transitioned|changed|set|put|gone|went) (?:in)?to (?:an? |the )?["“]?(?:end[- ]of[- ]life|EOL|dormant|deprecated|archived?|inactive)\b|\b(?:is|are) (?:now |hereby )?archived\b|\b(?:was|has been|were|have been) (?:closed|archived|sunset(?:ted)?|deprecated|retired|end-of-lifed)\b/i,
    merged:
      /\b(?:group|sub-?group|call|meeting|team|project|lab|sig|committee)s?\b.{0,20}\b(?:has been|have been|was|were) (?:moved into|merged into|replaced by|superseded|folded into|merged with)\b/i,
    finalMeeting:
      /\b(?:this is )?our final (?:meeting|call)\b|\bhas (?:been )?moved to (?:the |a )?(?:\p{Lu}[\p{L}]{1,20} ){1,4}(?:Foundation|Project|Community)\b/u,
    markedInactive: /[-–([]\s?INACTIVE\b|\((?:inactive|archived)\)/i,
    backAgain:
      /\b(?:was|were|has been|have been|been|has recently|recently)? ?["“]?(?:re-?launched|re-?booted|re-?started|re-?activated|revived|re-?established)["”]?\b|\b- reboot\b|\b(?:has|have|had) (?:again )?(?:begun|started) (?:working )?to (?:re-establish|meet again|slowly gain)|\bresumed (?:its |their )?(?:regular )?meetings?\b|\bstarted to (?:slowly )?gain (?:its )?momentum\b/i,
    wasApproved:
      /^\W*(?:[Pp]roposed and )?[Aa]pproved (?:by the (?:\p{L}+ ){0,4}?(?:[A-Z]{2,5}|[Cc]ommittee|[Cc]ouncil|[Bb]oard)\b|on )|\b(?:was|were|been|being) (?:formally |officially )?accepted as (?:an? )?(?:new )?(?:[\p{L}-]+ ){0,2}(?:project|lab|sig|group|chapter)\b|\b[Tt]his proposal\b.{0,40}\b(?:has been|was) (?:accepted|approved)\b|\b[Tt]he proposal (?:has been|was) (?:accepted|approved)\b|\bproposal for (?:an?|the) (?:[\w-]+ ){0,4}(?:[Gg]roup|[Ss]ubgroup|SIG|[Pp]roject|[Ll]ab|[Tt]eam|[Cc]ommittee|[Cc]hapter) (?:has been|was) (?:accepted|approved)\b/u,
    wasFormed:
      /\b(?:active since|since (?:its )?inception)\b|\b(?:has|have|was|were|been) (?:recently |newly |just )?(?:formed|founded|created|established|launched|chartered|convened|set up)\b|\bdebuted\b|\bstarted meetings?\b|\bkick-?off meeting (?:happened|took place|was held)\b|\bis a new\b.{0,40}\b(?:team|sub-?group|group|committee)\b|, founded by\b|\brecent charter approval\b|\bapproved the (?:formation|creation) of\b|\b(?:has|have) formed (?:a|the)\b/i,
    cadenceFromTo: /\b(?:chang|mov|switch)(?:e|ed|es|ing)\b.{0,60}\bfrom\b.{1,60}\bto\b/i,
    decidedACadence:
      /\bdecided to (?:hold|meet|have|move|change|switch)\b|^\W*(?:change|move|switch) (?:the |this )?(?:meetings?|calls?) to\b|\bmeetings? will now be\b|^\W*(?:please )?(?:note the )?(?:time|timing|schedule) (?:change|adjustment)\b|\badjustment of (?:the )?.{0,40}\b(?:call|meeting)s? to\b|^\W*move to (?:a )?(?:bi-?weekly|weekly|monthly|quarterly)\b|\bagreed to (?:hold|meet|move|change|switch|shift)\b|\bmeets? (?:every|bi-?weekly|weekly|monthly|once|twice).{0,40}\binstead of\b|\b(?:meetings?|calls?) (?:is|are) (?:now )?held (?:on|every)\b.{0,60}\binstead of\b/i,
    meetsAtAnotherTime:
      /\b(?:meeting|call) times? (?:(?:is|was|has been|have been|will be) )?(?:now )?(?:changed|moved|shifted|rescheduled)(?: (?:to|back)\b|(?=:))|\b(?:meeting|call) time ?(?:->|→)|\bchange (?:in|of|to) (?:the )?(?:weekly |monthly |regular )?(?:meeting|call) time to\b|\b(?:moving|shifting|moved|shifted|shift) (?:the )?(?:weekly |monthly |regular )?(?:meeting|call)s? (?:to \d|back|forward|up|later|earlier|an hour)\b|\b(?:meetings|calls) (?:will be|are|were|have been) shifted\b|\b(?:meeting|call)s?\b.{0,30}\bmoves? to \d{1,2}(?::\d\d| ?[ap]m)/i,
    nowMeets:
      /\b(?:moved|moves|changed|changes|switched|switches|rescheduled) to\b|\bnow (?:has|have|meets?|scheduled|held)\b|\b(?:are|is) now (?:scheduled|held|meeting)\b|\bnew meeting time\b|\bmeeting time rescheduled\b|\bwe['’]ll now have\b|\bmoved? to (?:a |every )/i,
  },
  courseColumns: {
    title: /^(?:course|training|class|program|certification|mooc)s?(?: (?:name|title))?$|^course\b/,
    provider: /^(?:organi[sz]ation|provider|offered by|institution|school|university|platform|company|vendor)s?$/,
    cost: /^(?:costs?|price|fees?|tuition|pricing|members?(?: price)?|non-?members?(?: price)?)(?: \(.{1,10}\))?$/,
    updated: /^(?:last )?(?:updated|checked|verified)(?: on)?$|^as of$/,
    notes: /^(?:notes?|comments?|remarks?|details|description)$/,
  },
  states: [
    ["inactive", /\bno longer active\b|\bnot active\b/i],
    [
      "archived",
      /(?<!\bnot (?:yet )?)\barchived?\b|\bend[- ]of[- ]life\b|\beol\b|\bdeprecated\b|\bclosed\b|\bretired\b|^\W*(?:project )?completed\W*$/i,
    ],
    ["inactive", /\binactive\b|\bdormant\b|\bpaused\b|\bon hold\b|\bin recess\b/i],
    ["active", /\bactive\b|\bgraduated\b|\bincubat(?:ion|ing|ed)\b|\bin progress\b|\bongoing\b/i],
  ],
  notHeld:
    /\b(?:this|the|today'?s) (?:meeting|call|session) (?:was|is|has been|is being|got) (?:(?:canceled|cancelled|postponed|not held)\b|(?:now )?moved to (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.? \d)|\b(?:meeting|call) (?:did not take place|was not held)\b|\bformal meeting not held\b/i,
  notHeldOnTop:
    /^\W*(?:meeting|call|session) (?:was |is |has been )?(?:canceled|cancelled|postponed|not held)\b|^\W*(?:canceled|cancelled)\W*(?:$|due to\b)|^\W*no (?:meeting|call)s?(?: held)?(?: (?:this week|today|on \w+|due to\b.*|because\b.*))?\W*$|^\W*no (?:meeting|call)s? (?:this week|today)\b|\binstead of (?:our|the) regular (?:meeting|call)\b|^\W*recording:? no meeting held\b/i,
  inactive:
    /\binactive\b|\bno longer (?:active|meet(?:s|ing)?)\b|\b(?:has|have) stopped meeting\b|\bhas been (?:paused|suspended|archived|closed|disbanded)\b|\bin recess\b|\bon hiatus\b|\bdisbanded\b/i,
  notNames:
    /^(?:(?:about|around|approx\.?|~|and) )?\d+\+? ?(?:members?|people|persons|others?|max)\b|^(?:everyone|everybody|all|team|tbd|tba|none|n\/?a|others?|and others|etc|more|guests?|unknown|anonymous|host|name|names|attendees?|participants?|members?|organi[sz]ation|company|affiliation|email|role|notes?|present|absent|see .*|list|meeting|attendance|please .*|add .*|type .*|link|here|zoom|recording|various|optional|required|apologies|regrets|introductions?|date|time|agenda|topics?|new|yes|no|x|many|you|call-?in users?|unnamed)$|^\+?\d+ (?:others?|more)\b|\b(?:additional|attendees?|participants|phone|telecon|dial-?in|attendance|captured|incomplete|unidentified|anonymous|numbers?)\b/i,
};
