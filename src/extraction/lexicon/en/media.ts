import type { MediaWords } from "../types/media.ts";

export const media = {
  recordings: {
    generic:
      /^(?:(?:click |watch |view |see |listen )?(?:here|this|it|link|video|recording|playback|youtube|replay|now)s?(?: (?:link|here|video|recording|on youtube))?|(?:full |session )?recordings?|(?:the |meeting |youtube |zoom |video )*(?:recording|video|link|replay)s?)$/i,
    here: /^\W*(?:(?:can be )?found |available )?(?:here|link)\W*$/i,
    one: /\b(?:recording|video|replay)\b/i,
    any: /\b(?:recordings?|videos?|replay)\b/i,
    otherFile: /\b(?:slides?|decks?|agendas?|documents?|docs?|spreadsheet|notes|presentations?|pdf|drive|materials?|folder)\b/i,
    collection:
      /\b(?:past|previous|historical|old|older|earlier|all) (?:meeting |call )?recordings\b|\brecordings (?:can be found|are (?:available|kept|stored|here))\b|\bstore\b.{0,40}\brecordings\b|\bfolder\b.{0,60}\brecordings\b/i,
    endsInMany: /\brecordings\s*$/i,
    areThere: /^\W*(?:can be found|are )/i,
    collectionLink: /\bplaylist\b|\b(?:recordings|videos) of\b|\bpast \w* ?(?:recordings|meetups|events)\b|\bchannel\b/i,
    playlist: /\bplaylist\b/i,
    ofAnother: /\b(?:rec|recording|video)s?\.? of (?!(?:the |full |our )*(?:call|meeting)|this|today)/,
    beginsLine: /^(?:meeting |call |zoom |youtube )?(?:recordings?|video|replay|playback)\b/i,
  },
  speakers: {
    // "presented by Ann Lee", "led by - Ann Lee", "Guest speaker, Ann Lee", "a chat with Ann Lee"
    before: [
      /\b(?:[Pp]resent(?:ed|ations?)|[Tt]alk|[Dd]emo|[Ll]ecture|[Ww]ebinar|[Ss]eminar|[Kk]eynote|[Ss]ession|[Ww]orkshop|given|delivered|taught|moderated|facilitated|led|run) by:?(?: [–-])?(?= )/u,
      /\b(?:[Gg]uest|[Kk]eynote|[Ff]eatured) (?:[Ss]peakers?|[Pp]resenters?|[Pp]resentation)(?: is| was)?[,:]?(?= )/u,
      /^\W*(?:[Ss]peakers?|[Pp]resenters?):(?= )/u,
      // "a meetup where Ann Lee from Acme talks about", "we met with Ann Lee and Bo Chen from Acme to discuss"
      /\b(?:where|in which)(?= [^.;:]{4,80} (?:talks?|talked|speaks?|spoke|presents?|presented|explains?|explained|shows?|showed|demonstrates?|walks?)\b)/u,
      /\bwe (?:met|spoke|talked|chatted|sat down) with(?= )/u,
      /\b(?:[Tt]alk|[Cc]hat|[Dd]iscussion|[Cc]onversation|[Ii]nterview|[Qq]&[Aa]) with(?= )|\bw\/(?= )/u,
    ],
    title: /[Dd]r\.?|[Pp]rof(?:essor|\.)?|CEO|CTO|[Cc]o-?[Ff]ounder|[Ff]ounder|(?:(?:[Oo]ur|[Ff]ellow|[Cc]ommunity) )?[Mm]ember/,
    inTheTalk:
      /(?:In|At|During|For) (?:this|the|our) (?:[\p{L}-]{2,20} ){0,3}(?:workshop|webinar|session|talk|presentation|seminar|video|meetup|episode),? /u,
    speaks:
      /(?:will )?(?:talks?|talked|speaks?|spoke|presents?|presented|leads?|led|explains?|explained|shows?|showed|demonstrates?|demos?|shares?|walks?|introduces?|gives?|gave|discuss(?:es|ed)?|teach(?:es)?|presentation is available)/,
  },
  costs: {
    unknown: /^(?:n\/?a|tbd|unknown)$/i,
    perMonth: /(?:\/|per |a |each )\s*month|monthly/i,
    perYear: /(?:\/|per |a |each )\s*(?:year|annum)|annual|yearly/i,
    free: /^free\b|^no (?:cost|charge)\b|^gratis\b/i,
    varies: /\bvar(?:y|ies)\b|\bfrom\b|\bup to\b/i,
    joined: /free\b|varies\b|n\/a\b|(?:[a-z]{3,12} ){0,2}(?:pricing|prices?|costs?|fees?) var(?:y|ies)/,
    joinedPerTime: /(?:\/|per)\s*(?:month|year)/,
  },
  courses: {
    says: /\bcourses?\b|\bclass(?:es)?\b|\bmoocs?\b|\btraining\b|\blearning resources\b/i,
    listed:
      /^(?:[\p{L}&-]{2,20} ){0,4}(?:courses|moocs|classes|trainings)(?: (?:and|&|\/|,) (?:courses|moocs|classes|trainings?|certifications?|workshops|webinars))?(?: (?:on|in|for|about|offered|available|by) .{2,30})?$|^(?:online |free |available |recommended )?training$/iu,
    offeredBy: /^(?:offered by|provided by|by|from|at|on|via)\s+/i,
    exam: /\bexam(?:s|ination)?\b/i,
    unavailable: /\bno (?:classes|longer)\b|not (?:available|working|offered)|unavailable|discontinued|closed/i,
    notATitle:
      /^(?:click |(?:learn|read|find out) more|more\b|here\b|link\b|this\b|(?:the )?(?:courses?|training|website)\W*$|sign[- ]?up|enrol|enroll|register|check out|get started)/i,
    sentence: /\b(?:is|are|will|has|have) (?:an?|the|be)\b/i,
    beforeTitle: /^.{0,80}\b(?:course|class|training)\b.{0,60}\bcalled\s+/i,
    behindTitle: /\s+(?:edx |udemy |online |free )?course$/i,
    newCourse: [/\b(?:the|our) new (?:free |online )?(\p{Lu}[\p{L}\d.+-]{2,30}(?: \p{Lu}[\p{L}\d.+-]{0,30}){0,6}) course\b/u],
    namedInSentence: [
      /\b(?:[Cc]ourse|MOOC|[Tt]raining|[Cc]lass)[^.;:"“”]{0,30}["“](.{4,100}?)["”]/u,
      /\bcourse,? (?:called |titled |named )?["“]?(\p{Lu}[\p{L}\d.+#-]{0,30}(?: (?:\p{Lu}[\p{L}\d.+#-]{0,30}|to|with|for|of|and|in|the|on|an?)){0,9} \p{Lu}[\p{L}\d.+#-]{0,30})["”]? (?:will|helps?|is|covers?|teaches|introduces|offers|provides|shows)\b/u,
    ],
    platforms: [
      ["edx.org", "edX"],
      ["coursera.org", "Coursera"],
      ["udemy.com", "Udemy"],
      ["udacity.com", "Udacity"],
      ["futurelearn.com", "FutureLearn"],
      ["pluralsight.com", "Pluralsight"],
      ["skillshare.com", "Skillshare"],
      ["codecademy.com", "Codecademy"],
      ["datacamp.com", "DataCamp"],
      ["khanacademy.org", "Khan Academy"],
    ],
    sentOn: /day$/i,
    free: /(?<!\bnot (?:an? )?)\bfree\b(?= (?:\p{L}+ ){0,3}(?:courses?|class(?:es)?|moocs?|training))|(?<=[,(–-] ?)\bfree(?=\s*(?:[,.;)]|$))/iu,
    prices: [
      /\((US\$ ?\d[\d.,]*|[$€£]\s?\d[\d.,]*(?:\s?\/\s?\p{L}{2,8})?)\)/u,
      /\b(?:(?:available )?for|costs?|price:?) ([$€£]\s?\d[\d.,]*)(?![\d.,]*\s*(?:million|k\b))/i,
    ],
  },
} satisfies MediaWords;
