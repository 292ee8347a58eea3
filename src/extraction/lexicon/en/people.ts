import type { PeopleWords } from "../types/people.ts";

export const people = {
  people: {
    and: /and/,
    notNames:
      /^(?:(?:about|around|approx\.?|~|and) )?\d+\+? ?(?:members?|people|persons|guests?|visitors?|observers?|others?|max)\b|^(?:everyone|everybody|all|team|tbd|tba|none|n\/?a|others?|and others|etc|more|guests?|unknown|anonymous|host|name|names|attendees?|participants?|members?|organi[sz]ation|company|affiliation|email|role|notes?|present|absent|see .*|list|meeting|attendance|please .*|add .*|type .*|link|here|zoom|recording|various|optional|required|apologies|regrets|introductions?|date|time|agenda|topics?|new|yes|no|x|many|you|call-?in users?|unnamed)$|^\+?\d+ (?:others?|more)\b|\b(?:additional|attendees?|participants|phone|telecon|dial-?in|attendance|captured|incomplete|unidentified|anonymous|numbers?)\b/i,
    notFirst:
      /^(?:the|an|this|these|please|if|we|our|they|there|no|not|and|or|for|of|with|from|in|on|to|by|call|dial|join|see|click|add)\b/i,
    endOfName: /from|at|of|with|as|is|was|will|has|on|about/,
    company:
      /\b(?:inc|ltd|llc|gmbh|corp|corporation|limited|plc|protocol|algorithm|mechanism|university|institute|foundation|labs?|technologies|solutions|group|systems|software|consulting|bank|college|association|network|global|health|capital|ventures|partners|services|ceo|cto|founder|engineer|developer|student|manager|director|professor|school|academy|council|agency|ministry|laboratory)\b/i,
    legalForm: /\b(?:SA|AG|BV|NV|AB|Oy|SpA|SRL|PLC|Pty|KG|SE|KK|AS|ASA)$/,
    sentRegrets: /regrets?|absent|excused|apolog(?:y|ies)/,
    salutation: /^(?:dr|prof|mr|mrs|ms)\.? /,
    titlesBehind: /,?\s+(?:ph\.?\s?d|m\.?d|mba|esq|jr|sr|iii?|rn|pharm\.?d|cissp|pmp)\.?$/i,
    title: /\b(?:phd|md|mba|esq|jr|sr|pharmd)\b/i,
    namelessAccounts: [/^@?((?:Former|Unknown) user \([^)]{1,60}\))/i],
    notInProse:
      /^(?:The|In|On|At|An|Our|We|I|It|New|Welcome|Announce|Announcing|Congratulations|Thank|Thanks|Please|Meeting|Meetings|Group|SIG|WG|Team|Chair|Co-Chairs?|Chairs|Vice-Chair|Chairman|Chairperson|Lead|Leads|Leader|Convenor|Convener|Rapporteur|Coordinator|President|Subgroup|Special|Interest|Working|Committee|Community|Foundation|Spring|Summer|Autumn|Fall|Winter|Q[1-4]|H[12]|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|This|That|Then|Also|As|After|Before|During|Since|With|For|From|To|By|And|Of|All|Both|No|Yes|He|She|They|His|Her|Their|Project|Program|Report|Board|Assistant|Acting|Interim|Former|Introductions?|Update|Updates|Note|Notes)$/u,
    notInProseEnd: /SIG|WG\b/,
    notAPerson: /^(?:former|unknown) user|['’]s (?:i?phone|ipad|mac)/i,
    ownsAction: /to|will/,
  },
  attendance: {
    here: /^(?:x|y|yes|p|1|present|signed|attended|here|remote|online|in person|zoom|phone|\((?:tick|\/)\)|[✓✔☑✅🗸√+])(?![\p{L}\d])/iu,
    notHere: /^(?:n|no|a|0|absent|excused|regrets?|apolog(?:y|ies)|\((?:cross|x|error)\)|[✗✘❌☐–—-])?\W*$/iu,
    byProxy: /^\s*proxy\b\W*/i,
    sentence: [
      /^(?:present were |attendees were )(.{5,300}?)\.?\s*$/i,
      /^(\p{Lu}[\p{L}.'’-]+ \p{Lu}[^.:;?!]{2,300}?) (?:attended(?: the (?:meeting|call))?|were (?:present|in attendance|on the call)|joined the (?:meeting|call))\.?\s*$/u,
    ],
    count: /^\W*\d+\W*(?:(?:members?|people|persons|participants|attendees)\W*)?$/i,
    countLine: /^\W*\d+ (?:total )?(?:participants|attendees|people)\b/i,
    hint: /averag|attend|participa|approximately|around|about|typically|between|each/i,
    people: /\b(?:attendees?|attendance|participants?|participation|individuals|people|members|persons|attend(?:ed|ing|ance)?)\b/i,
    averages: [
      // "an average of 10 attendees", "average attendance is 15–18"
      /\baverag(?:e|es|ed|ing|ely)\b(?: (?:attendance|participation|number|size))?(?: (?:of|is|was|at|to|per|each|meeting|has|been|participants|attendees|people|attended|attending|with|in|the|these|about|around|approximately|roughly|between|~)){0,8}[ ~:]{1,2}(\d{1,3}(?:\.\d)?)(?:\s*(?:-|–|to|and|or)\s*(\d{1,3}))?\+?(?![\d%]|\.\d|\/\d|\s*(?:years?|months?|weeks?|days?|hours?|minutes?|%))/i,
      // "12 participants on average", "10-15 people per call"
      /\b(\d{1,3}(?:\.\d)?)(?:\s*(?:-|–|to)\s*(\d{1,3}))?\+? (?:regular |active )?(?:attendees|participants|people|members) (?:attended )?(?:on average|per (?:call|meeting|session))/i,
      // "attendance ranged from 8 to 12"
      /\battendance (?:was|is|has been|ranged|ranges|stayed) (?:mostly |usually |typically )?(?:between|around|about|from|at) (\d{1,3})(?:\s*(?:-|–|to|and)\s*(\d{1,3}))?(?![\d%])/i,
      // "our calls typically have 5-6 individuals"
      /\b(?:calls|meetings) (?:typically|usually|generally|normally|often) (?:have|see|draw) (?:about |around )?(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?\+? (?:attendees|participants|people|members|persons|individuals)\b/i,
      // "on average, 12 people join"
      /\bon average,? (?:about |around |some )?(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?\+? (?:attendees|participants|people|members|persons|individuals)\b/i,
      // "6 to 8 attendees on each call"
      /\b(\d{1,3})(?:\s*(?:-|–|to|and)\s*(\d{1,3}))?\+? (?:attendees|participants|people|members|persons|individuals) (?:on|in|at|join|attend|join(?:ing)?|attend(?:ing)?) (?:each|every) (?:call|meeting|session)\b/i,
      // "about ten people attend regularly"
      /\b(?:around|approximately|about|typically|roughly) ([a-z]{3,6}|a dozen) (?:people|participants|attendees|members|persons)\b.{0,40}\b(?:attend|join|per (?:call|meeting|session)|on (?:each|every|our) calls?)/i,
      // "about 20 people join each meeting"
      /\b(?:around|approximately|about|typically|roughly|between) (?:has |have |attended by |of )?(\d{1,3})(?:\s*(?:-|–|to|and|or)\s*(\d{1,3}))?\+? (?:regular |active )?(?:attendees|participants|people|members|persons)\b.{0,60}\b(?:meeting|call|session|attend)/i,
      // "participation in our calls is typically 10 people"
      /\b(?:attendance|participation)\b[^.\d]{0,30}\b(?:is|was|are|were|of)\b (?:typically |usually |mostly |about |around )?(\d{1,3})(?:\s*(?:-|–|to|and|or)\s*(\d{1,3}))?\+? (?:individuals|people|persons|participants|attendees|members)/i,
    ],
    regulars: [/\b(\d{1,3}|[a-z]{3,7}) regular (?:participants|attendees)\b/i],
    notRegulars: /\b(?:lost|lose|without|need|only) /i,
  },
  roles: [
    ["vice-chair", /\bvice[- ]?chair(?:s|man|woman|person|persons|people)?\b/i],
    ["co-chair", /\bco-?\s?chair(?:s|man|woman|person|persons|people)?\b/i],
    ["other", /\b(?:assistant|deputy|interim|acting|former|past|ex)[- ]chair(?:man|woman|person)?\b/i],
    ["other", /\bdeputy (?:conven[eo]r|co-?ordinator|lead(?:er)?)\b/i],
    ["chair", /\bchair(?:s|man|woman|person|persons|people)?\b|\bconven[eo]r(?:s|ship)?\b/i],
    ["secretary", /\bsecretar(?:y|ies)\b/i],
    ["other", /\btreasurers?\b|\brapporteurs?\b/i],
    ["lead", /\bco-?ordinators?\b|\bfacilitators?\b|\bmoderators?\b|\b(?:co-?)?leads?\b|\bPTL\b|\b(?:co-?)?leaders?\b|\bteam leads?\b/i],
  ],
  leaders: {
    label:
      /^(?:(?:new|current|our|the|interim|acting|past|former|previous|last|community|rotating|on-duty)\s)*(?:(?:sig|wg|(?:sub-?|working |work )?group|(?:sub-?)?committee|board|chapter) )?((?:vice[- ]?|co[- ]?|deputy |(?:project |technical |team |work package ){1,2})?(?:chair|lead|leader|secretar|treasurer|ptl|conven[eo]r|rapporteur|co-?ordinator)(?:s|ies|y|man|men|woman|person|persons|people)?)(?:\s?\(s\)|s)?(?: ?(?:and|&|\/) ?(?:vice|co)[- ]?(?:chair|lead|leader)s?(?:\(s\))?)?(?: (?:are|is|selected|elected|chosen)| \([^()]{2,20}\))?$/i,
    presiding: [
      ["vice-chair", /^vice[- ]?president$/],
      ["chair", /^president$/],
      ["secretary", /^clerk$/],
    ],
    facilitating: /^(?:(?:current|our|the|group|sig|wg|working group) ){0,2}(?:co-?)?(?:facilitator|moderator)(?:s|\(s\))?$/,
    hosting: /^(?:(?:current|our|the|meeting|call|group) ){0,2}hosts?$/,
    former: /^(?:past|former|previous|last)\b/i,
    term: {
      to: /to|until|till/,
      now: /present|now|today/,
      since: /since|from/,
      chosen: /(?:re-?)?(?:elected|appointed|selected|chosen)(?: (?:in|on))?/,
      until: /until|till|through/,
    },
    accepted:
      /\b(?:proposal|application|group|sig|wg|committee|chapter)\b[^.!?]{0,80}\b(?:has been|was|is now) (?:accepted|approved|launched|created|formed)\b|^\W*approved\b/i,
    notAccepted: /\b(?:if|once|when|until|not|unless|should|will)\b/i,
    proposedOffice:
      /^proposed (?:(?:initial|interim|first|sig|group|project) ){0,2}(?:(?:vice|co)[- ]?)?(?:chair|lead|leader)(?:person|man|woman)?(?:s|\(s\))?$/,
    whoIsProposed: [
      /\b(?:volunteered|proposed|nominated) to (?:serve|act) as [^.:]{3,120}:\s*(\p{Lu}[^.:;]{4,80}?)(?:\.|$)/u,
      /^(\p{Lu}[^:;]{4,80}?) (?:(?:has|have) (?:volunteered|offered)|(?:is|are) (?:proposed|nominated)) (?:to (?:serve|act|be)|as)\b/u,
    ],
    behindName:
      /^(?:(?:assistant|acting|interim|co|vice|current)[- ]?)?(?:sig |wg |(?:working )?group |project |team |committee |technical )?(?:(?:co|vice|deputy)[- ]?)?(?:chair|lead|leader|ptl|secretary|treasurer|conven[eo]r|rapporteur|co-?ordinator)(?:man|woman|person)?$/i,
    office: /(?:co-?)?(?:leads?|chairs?)/,
    officeBegins: /leads?|chairs?|co-/,
    behindGroup: /\s(?:co-?\s?|vice[- ]?)?(?:chair|lead|ptl)/i,
    ofGroup: [/(?:,| of(?: the)?| for(?: the)?)\s+(.{3,60})$/i],
    leftOfRole: /\bco-(?=,)|\b(?:acting|interim)\b/gi,
    lastIsActing: /(?:^|[\s,])(?:acting|interim) (?:lead|leader|chair)\s*$/i,
    notPeople: /\b(?:group|team|sig|meeting|lead|chair|open|vacant|welcome|communications?|technology|partner|america|europe|asia)\b/i,
    hint: /\b(?:chair|lead|led|conven|rapporteur|coordinat)/i,
    hintInSentence: /chair|lead|\bled\b|conven|rapporteur|coordinat/i,
    notNow: /\bwould\b|\bcandidate\b|\bnominee/i,
    past: /\bformer(?:ly)?\b|\bpast\b|\bprevious(?:ly)?\b|\bex-/i,
    role: /(?:[Aa]ssistant |[Dd]eputy )?(?:[Vv]ice|[Cc]o)?-?\s?[Cc]hair(?:man|woman|person)?|(?:[Pp]roject |[Tt]eam )?(?:[Cc]o-?)?[Ll]ead(?:er)?|(?:[Pp]roject [Tt]echnical [Ll]ead|PTL)|(?:[Dd]eputy )?[Cc]onven[eo]r|[Rr]apporteur|[Cc]oordinator/,
    sentences: [
      {
        // "Ann Lee, Chair of the Gauge Subgroup", "Ann Lee, CEO of Acme, Inc., and Chair of the …"
        name: "person, role of group",
        says: String.raw`{person},(?: [^,.;]{2,60},?(?: Inc\.,?| Ltd\.,?)? and)? (?:the )?{role} (?:of|for) (?:the |our )?{group}`,
        role: null,
      },
      {
        // "Ann Lee, Co-Chair, Gauge Subgroup"
        name: "person, role, group",
        says: "{person}, {role}, (?:the )?{group}(?=[,.;)]|$)",
        role: null,
      },
      {
        // "Ann Lee is an engineer at Acme and is also the Vice-Chair of the Gauge Subgroup"
        name: "person is something and role of group",
        says: "{person} (?:is|works as) (?:an?|the|our) [^.;:]{3,80}? and (?:is |serves as )?(?:(?:currently|also|the|an?|our|acting|current) ){0,3}{role} (?:of|for) (?:the |our )?{group}",
        role: null,
      },
      {
        // "Ann Lee is also the Vice-Chair of the Gauge Subgroup"
        name: "person is role of group",
        says: "{person} (?:is|serves as|also serves as|has been) (?:(?:currently|also|now|the|an?|our|acting|current) ){0,4}{role} (?:of|for) (?:the |our )?{group}",
        role: null,
      },
      {
        // "Ann Lee, DUNE-SIG Vice-Chair, will be speaking"
        name: "person, group role",
        says: "{person}, {group} {role}(?=[,.;)]|$)",
        role: null,
      },
      // "Ann Lee chairs the Gauge Subgroup"
      { name: "person chairs group", says: "{person} (?:currently |also )?chairs (?:the|our) {group}", role: "chair" },
      { name: "person chairs group", says: "{people} (?:currently |also )?co-?chairs? (?:the|our) {group}", role: "co-chair" },
      { name: "person chairs group", says: "{person} (?:currently |also )?leads (?:the|our) {group}", role: "lead" },
      // "The co-chairs of the Gauge Subgroup are Ann Lee and Bo Chen", "The current chair is Ann Lee"
      {
        name: "role of group is person",
        says: String.raw`\b(?:[Tt]he|[Oo]ur) (?:(?:current|present|new|acting|two|three) ){0,2}{role}s? (?:of|for) (?:the |our )?{group} (?:is|are) (?:currently |now )?{people}`,
        role: null,
      },
      {
        name: "role of group is person",
        says: String.raw`(?:\b(?:[Tt]he|[Oo]ur) |^\W*(?=[Cc]urrent|[Pp]resent))(?:(?:[Cc]urrent|[Pp]resent|two|three|group|SIG|WG|committee) ){0,2}{role}s? (?:is|are) (?:currently |now )?{people}`,
        role: null,
      },
      // "Ann Lee has chaired the Gauge Subgroup since 2019"
      { name: "person has chaired group", says: "{person} has (?:also )?chaired (?:the|our) {group}", role: "chair" },
      { name: "person has chaired group", says: "{people} have (?:also )?co-?chaired (?:the|our) {group}", role: "co-chair" },
      { name: "person has chaired group", says: "{person} has (?:also )?led (?:the|our) {group}", role: "lead" },
      // "led by Ann Lee, the Sand Subgroup continues"; the group may also stand before, or in the heading.
      { name: "led by", says: String.raw`\b(?:is |being |was |currently )?led by {people}`, role: "lead" },
      { name: "led by", says: String.raw`\b(?:is |being |was |currently )?chaired by {people}`, role: "chair" },
      {
        // "Ann Lee, the Gauge Subgroup Lead, entered", "Ann Lee as our Sand Subgroup lead"
        name: "person, the group role",
        says: String.raw`{person}(?:,| as) (?:the|our) {group} {role}\b`,
        role: null,
      },
      // "was created under the lead of Ann Lee"
      { name: "under the lead of", says: String.raw`\bunder the (?:lead|leadership|coordination) of {people}`, role: "lead" },
      { name: "under the lead of", says: String.raw`\bunder the chair(?:man)?ship of {people}`, role: "chair" },
      {
        // "After two years of serving as the DUNE-SIG Chair, Ann Lee has called for an election"
        name: "serving as role, person",
        says: String.raw`\b(?:serving|served|serves) as (?:the )?(?:{group} )?{role}, (?:our own )?{person}`,
        role: null,
      },
      {
        // "set up a Drafting Group on Sand, with Ann Lee as its Rapporteur"
        name: "with person as its role",
        says: String.raw`\bwith {person} as (?:its|the) (?:first |interim |new )?{role}\b`,
        role: null,
      },
    ],
    since: /\bsince (?:inception in |early |late |its start in )?/i,
    forYears: /\b(?:after|for) (?:over |nearly |almost |about )?(\w{1,8}) years (?:of (?:service |serving |being )?|serving |as )/i,
  },
} satisfies PeopleWords;
