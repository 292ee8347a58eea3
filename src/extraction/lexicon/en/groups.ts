import type { GroupWords } from "../types/groups.ts";

export const groups = {
  groupKinds: [
    ["subgroup", /\bsub-? ?groups?\b/gi],
    ["sig", /\bspecial interest groups?\b|\binterest groups?\b|\bsigs?\b/gi],
    [
      "working-group",
      /\bwork(?:ing)? ?-?groups?\b|\bwgs?\b|\btask ?-?forces?\b|\b(?:advisory|user|focus|study|expert|planning|coordination|drafting|editorial|reference|contact) groups?\b|\bcommunit(?:y|ies) of practice\b/gi,
    ],
    [
      "committee",
      /\b(?:sub-?)?committees?\b|\bPMCs?\b|(?<=\b(?:steering|technical|advisory|governing|executive|oversight|management|supervisory|editorial) )boards?\b|\bcouncils?\b|(?<=\b(?:general|plenary) )assembl(?:y|ies)\b/gi,
    ],
    ["chapter", /\bchapters?\b/gi],
    ["team", /\bteams?\b|\bround ?tables?\b|\busers? groups?\b/gi],
    ["project", /\bprojects?\b/gi],
  ],
  leadingKinds: [
    ["subgroup", /^Sub-?[Gg]roup (?:on|for)(?: the)? (?=\p{Lu})/u],
    ["sig", /^(?:SIG|(?:Special )?Interest Group) (?:on|for)(?: the)? (?=\p{Lu})/u],
    [
      "working-group",
      /^(?:(?:WG|(?:Work(?:ing)?|Expert|Drafting|Study|Advisory|Contact) Group|Task Force|Community of Practice) (?:on|for)(?: the)? |(?:WP|Work Package) ?\d{1,2}(?:\s?[:.–-])? )(?=\p{Lu})/u,
    ],
    ["committee", /^(?:(?:Standing |Advisory |Technical )?(?:Sub-?)?[Cc]ommittee|Council) (?:on|for)(?: the)? (?=\p{Lu})/u],
  ],
  groupWord: /group|communit|pmc|sig|wg|force|committee|council|board|chapter|team|table|project|assembl|package|\bWP ?\d/i,
  groups: {
    plural:
      /\b(?:(?:sub-?|work)?groups|round ?tables|teams|projects|labs|(?:sub-?)?committees|pmcs|chapters|sigs|(?:task ?)?forces|wgs|boards|councils|workstreams|assemblies|(?:work ?)?packages)$/i,
    notPlural: /\bUsers Group\b/i,
    beginsPhrase: /^(?:the|our|a|an|this|that|each|all|new|other|another|any|your|every|its|their|to|for|of|and|or)\b/i,
    notInName:
      /\b(?:Fill|Add|Join|Welcome|Update|Introduce|Introduction|Contact|About|From|Items|Goals|Notes|Meeting|Meetings|Minutes|Recruitment|Creation|Job|Call|Plan|Proposal)\b/,
    smallWords: ["of", "and", "for", "the", "in", "on", "to", "de", "et", "und"],
    beforeAbbreviation: /group|team|committee|chapter|sig|wg|force/,
    sameKinds: [
      ["sig", /\bspecial interest group\b/g],
      ["wg", /\bwork(?:ing)? ?-?group\b/g],
      ["subgroup", /\bsub[- ]?group\b/g],
      ["taskforce", /\btask[- ]?force\b/g],
      ["user group", /\busers group\b/g],
      ["wp", /\b(?:work package|wp) (?=\d)/g],
    ],
    ignoredInKeys: ["the", "and", "of", "for"],
    kindBehindName: /sub-?\s?group|team|working group|sig|roundtable/,
    kindOfColumn: /sub-?\s?group|roundtable|team|working group|sig|(?:sub-?)?committee|project|chapter/,
    looseKind: /sub-?group|team/,
    smallKind: /subgroup|team|group|sig/,
    kindInName:
      /[Ss]ub-?\s?[Gg]roup|[Ss]ub-?[Cc]ommittee|[Rr]oundtable|SIG|(?:Special )?[Ii]nterest [Gg]roup|(?:[Aa]dvisory|[Uu]ser|[Ff]ocus|[Ss]tudy) [Gg]roup|[Ww]ork(?:ing)? [Gg]roup|WG|PMC|Team|Committee|Chapter|Task Force/,
    leadingInName:
      /(?:(?:Special )?Interest Group|(?:Work(?:ing)?|Drafting|Expert|Study|Contact) Group|Task Force|(?:Sub-?)?[Cc]ommittee|Council|Sub-?[Gg]roup) (?:on|for)(?: the)?/,
    otherKindInName: /Project|(?:Steering|Executive|Governing|Management|Advisory|Technical|Editorial) Board|General Assembly/,
    numbered: /\b(?:WP|Work Package|work package) ?\d{1,2}\b/,
    withinName: /and|of/,
    beforeName: /^(?:The|Our|This|In|A|We|With|Both) /,
    notFirstInName: /^(?:this|the|our|that|a|an|each|its|of|in|for|to|and|new|by|leading|joining|be)$/i,
    notLastInName: /^(?:this|the|our|that|a|an|each|its)$/i,
    kindsLeftOut: ["Subgroup", "Team", "Working Group"],
    ofNewLead: [/\b[Nn]ew((?: [\p{Lu}][\p{L}\d/&-]{0,20}){1,5}) (?:[Ll]ead|[Cc]hair)/u],
    // "the Beacon PTL role", "Beacon is archived"
    withoutKind: [
      /\b(?:the|new|as|elected|of) (?:new )?(\p{Lu}[\p{L}\d-]{1,20}(?: \p{Lu}[\p{L}\d-]{1,20}){0,2}) (?:PTL|(?:[Vv]ice[- ]|[Cc]o-?)?[Cc]hair|[Ll]ead)\b/u,
      /^(?:\W|#\p{L}{1,12} ){0,4}(\p{Lu}[\p{L}\d-]{1,20}(?: \p{Lu}[\p{L}\d-]{1,20}){0,3}) (?:is|was|has|have|will)\b/u,
    ],
    listKinds: [
      ["subgroup", /^sub-? ?groups?$/],
      ["sig", /^(?:(?:special )?interest groups?|sigs?)$/],
      [
        "working-group",
        /^(?:work(?:ing)?[- ]?groups?|wgs?|task ?-?forces?|(?:advisory|user|study|expert|drafting) groups?|communities of practice|work ?packages?)$/,
      ],
      ["committee", /^(?:(?:standing |technical )?(?:sub-? ?)?committees?|pmcs?|councils?|boards?)$/],
      ["chapter", /^(?:chapters?|affiliates?)$/],
      ["team", /^(?:teams?|round ?tables?|workstreams?)$/],
      ["project", /^(?:(?:sub-?)?projects?|labs?)$/],
    ],
    aroundList:
      /^(?:the|our|all|list of|\d{4}|current(?:ly)?|active|existing|inactive|archived|retired|dormant|closed|completed|graduated|incubating|regional|local|national)\s+|\s+(?:lists?|names?|overview|directory|index|home|page)$/,
    aroundListEnd: /\s+(?:lists?|overview|directory|index|home|page)$/i,
    pluralOnly: /\b(?:affiliates|communities of practice)$/i,
    group: /^groups?(?: names?)?$/,
    suffixed: /^(?:(?:sub-? ?)?(?:committees?|groups?)|work(?:ing)?[- ]?groups?|(?:special )?interest groups?|task ?-?forces?)$/i,
    notListed:
      /\b(?:process(?:es)?|polic(?:y|ies)|services?|templates?|proposals?|guidelines?|guides?|how|faqs?|forms?|calendars?|lifecycle|links|lists?|mailing|charter|overview|more|all|others?|see|click|here|join|create|introduction|roadmap|staging)\b|^\W*(?:tb[ad]|n\/a|none)\W*$/i,
    subgroup: /sub-?group/i,
    enumerated: [
      ["Subgroup", /[Ss]ub-?[Gg]roups/],
      ["Working Group", /[Ww]ork(?:ing)? [Gg]roups|WGs/],
      ["Task Force", /[Tt]ask [Ff]orces/],
      ["Committee", /(?:[Ss]ub-?)?[Cc]ommittees/],
      ["SIG", /(?:[Ss]pecial )?[Ii]nterest [Gg]roups|SIGs/],
    ],
    subgroups: /sub-?groups/,
    behindSubgroups: / of| are|,? namely/,
    subgroupInName: /[Ss]ub-?[Gg]roup/,
    beforeSubgroup: /[Tt]he|[Oo]ur|[Bb]oth the/,
    formedKind: /[Rr]ound ?table|[Ss]ub-?[Gg]roup|[Tt]eam|[Cc]ommittee|[Ww]orking [Gg]roup|[Tt]ask [Ff]orce|[Cc]hapter/,
    hasFormed: /(?:has|have|had) (?:formed|founded|created|established|launched) (?:a|an|the)(?: new)?/,
    saysGroup: /group/i,
    introduced: {
      hint: /\bnew(?:est)?\b|\b(?:was|has been) (?:\p{L}+ly )?(?:formed|founded|created|established|chartered)\b|\blaunch|\blanded\b|\bjoin(?:s|ed)\b|\badd(?:s|ed)\b|\bwelcome[sd]?\b|\baccepted\b|\bcreation\b|\bformation\b/iu,
      kind: /[Ll]ab|[Pp]roject|SIG|[Ss]pecial [Ii]nterest [Gg]roup|[Ii]nterest [Gg]roup|[Ww]orking [Gg]roup|WG|[Tt]ask [Ff]orce|[Ss]ub-?[Gg]roup|[Cc]hapter|(?:[Ss]ub-?)?[Cc]ommittee|[Tt]eam/,
      patterns: [
        // "Tide Reader is a new Dune Lab designed to …"
        String.raw`^\W*{name}(?: [Ll]ab| [Pp]roject)? is (?:the|an?|our) (?:brand[- ])?(?:new|newest|latest) {whose}{kind}(?=[ .,;:!]|$)`,
        // "The new Tide Reader lab is …"
        String.raw`^\W*[Tt]he new {name} {kind} (?:is|was|has|aims|offers|provides|brings|focuses)\b`,
        // "A new Tide Task Force was formed", "The Tide Task Force has been established"
        String.raw`^\W*(?:An?|The|Our) (?:new )?{name} {kind} (?:was|has been) (?:recently |officially |formally |newly )?(?:formed|founded|created|established|launched|chartered|set up)\b`,
        // "New Sand SIG launches"
        String.raw`^\W*(?:The )?[Nn]ew {name} {kind} (?:[Ll]aunche[sd]|[Ss]tarts|[Ss]tarted|[Ff]ormed)\b`,
        // "the launch of the new Gauge Working Group"
        String.raw`\b(?:launch|creation|formation|establishment|kick-?off) of (?:the|an?|our) new {name} {kind}(?=[ .,;:!]|$)`,
        // "the launch of a new initiative – Harbour, a Dune Lab"
        String.raw`\b(?:launch|creation|formation) of (?:the|an?|our) (?:new )?[\p{L} -]{3,40} [–-] {name}, an? {whose}{kind}(?=[ .,;:!]|$)`,
        // "New project in Dune Labs: Tide Reader is …"
        String.raw`^\W*[Nn]ew {kind} (?:in|at|from) [\p{L} ]{3,40}[:–-] ?{name}(?= (?:is|was|has|will|aims)\b|[.,;]|$)`,
        // "Tide Reader landed in Dune Labs", "Tide Reader joins Dune as an incubating project"
        String.raw`^\W*{name} (?:has )?(?:landed|arrived) in (?:the )?[\p{L} ]{0,30}(?:[Ll]abs|[Ii]ncubator|[Ss]andbox)\b`,
        String.raw`^\W*{name} (?:has )?join(?:s|ed) (?:the )?[\p{L} ]{2,40} as an? {whose}{kind}(?=[ .,;:!]|$)`,
        // "Dune Labs adds Tide Reader"
        String.raw`\b(?:Labs|Incubator|Sandbox) (?:adds|added|welcomes|welcomed) {name}(?=[.,;:!]|$)`,
        // "Tide Reader was accepted as an incubating project"
        String.raw`^\W*{name} (?:was|has been) (?:formally |officially )?accepted (?:as an? {whose}{kind}|(?:in)?to (?:the )?[\p{L} ]{0,30}(?:[Ii]ncubation|[Ii]ncubator|[Ss]andbox))(?=[ .,;:!]|$)`,
      ],
      notWhose: /for|of|in|at|to|by|from|with|and/,
      notYet: /\b(?:plan|prepar|propos|discuss|consider|upcoming|toward|request|support)/i,
      notAName:
        /^(?:This|That|It|The|There|Here|He|She|We|You|Our|A|An|One|Each|Another|What|Who|Which|Today|Also|And|But)\b|\b(?:Meeting|Call|Report|Release|Version|Website|Wiki|Page|Newsletter|Blog|Podcast|Event|Meetup|Webinar|Workshop|Course|Training|Certification)s?\b/,
    },
  },
  states: [
    ["inactive", /\bno longer active\b|\bnot active\b/i],
    [
      "archived",
      /(?<!\bnot (?:yet )?)\barchived?\b|\bend[- ]of[- ]life\b|\beol\b|\bdeprecated\b|\bclosed\b|\bretired\b|\bin the attic\b|\bsunset(?:ted)?\b/i,
    ],
    [
      "inactive",
      /\binactive\b|\bdormant\b|\bpaused\b|\bon hold\b|\bin recess\b|\bhibernat(?:ed|ing|ion)\b|\bemeritus\b|^\W*(?:project )?(?:completed|finished|cancell?ed|withdrawn|terminated|discontinued|not selected|unselected)\W*$/i,
    ],
    ["active", /\bactive\b|\bgraduated\b|\bincubat(?:ion|ing|ed)\b|\bin progress\b|\bongoing\b|\bsandbox\b|^\W*(?:mature|maintained)\W*$/i],
  ],
  marks: {
    notYet: /\bpropos|\bplanned\b|\bto be\b/i,
    archived: /\(archived?\)|\[archived?\]/i,
    saysArchive: /archive/i,
    inactive: /\bINACTIVE\b|\(inactive\)|- inactive\b/i,
    ended: /archived|inactive/,
    inName: /\((?:archived?|inactive|eol|closed|retired|dormant|draft)\)/gi,
    archivePage: /^(?:\W*)archived?s?\b/i,
  },
} satisfies GroupWords;
