import type { ChangeWords } from "../types/changes.ts";
import { weekday } from "./time.ts";

/** The nouns for a group in a sentence about what happened to it. */
const noun = "sub-?group|group|wg|team|(?:sub-?)?committee|task force|sig|chapter|work package|wp ?\\d{1,2}";

export const changes = {
  changes: {
    trigger:
      /\b(?:step|resign|no longer|retire|hand|leader|chair|lead\b|disband|dissol|eliminat|stand down|stop|ceas|paus|suspend|inactive|archived|fold|spun|stood up|brought|recess|hiatus|hold|slow|dormant|launch|re-?launch|re-?boot|boot|start|serve|activ|re-?activ|re-?start|reviv|establish|resum|momentum|form|found|creat|charter|debut|incept|kick|mov|chang|switch|reschedul|now\b|new\b|welcome|elect|appoint|confirm|nominat|select|chosen|named|took over|takes? over|success|set up|moves|approv|accept|deprecat|sunset|shift|merged|replac|final|gone|quiet|silent|reins|helm|motion|time|timing|adjust|agreed|decid|discuss|transition|end-of-li|clos|not met|place of|instead of|cancel|discontinu|reduc|increas|held|inaugural|had its|attic|renam|conclud|known as|called|congrat|announc|result|outgoing|incoming|departing|pass|transfer|went|effective|beginning|as of|from|going forward|complet|won|promot|term|organi[sz]|tender|bow|la[iy]|lies\b|designat|tak|took|assum|relinquish|vacat|g[ai]ve|wound|mandate|laps|discharg|absor|resolv|henceforth|abolish|stood|stands?\b|landed|arrived|joins|joined|adds|added|newest|latest)/i,
    theseEnded:
      /\b(?:[Tt]hese|[Tt]he following) (?:(?:[Ww]orking|[Ss]pecial [Ii]nterest|[Uu]ser) )?(?:[Gg]roups|[Ss]ub-?[Gg]roups|WGs|SIGs|[Cc]ommittees|[Cc]hapters|[Tt]eams|[Tt]ask [Ff]orces|[Pp]rojects|[Ll]abs) (?:below )?(?:have|are|were) (?:(?:now|all|either|currently|officially|been|being|moved|put|set|to|into|the) ){0,4}(?:[Aa]rchived?|[Ii]nactive|[Cc]losed|[Rr]etired|[Dd]ormant|[Dd]isbanded|[Dd]iscontinued|[Dd]eprecated|no longer (?:active|meeting))\b/u,
    noChange:
      /\?\s*$|\bplan(?:s|ned|ning)? (?:to|for|on)\b|\b(?<!\bbased on (?:this|the|that|a) )propos(?:e|es|ed(?! and approved)|al(?! (?:for .{1,40} )?(?:has been|was) (?:accepted|approved))|als|ing)\b|\bwould\b|\bmight\b|(?<!\b(?:in|of|since|by|until|from|early|late|mid|on|last|next) )\bmay\b(?!,? \d)|\bcould\b|\bshould\b|\bif\b|\bhop(?:e|es|ing)\b|\bconsider(?:ing|ed)?\b(?! (?:to be )?inactive)|\bvolunteers? to (?:become|be|serve|act|lead|chair)\b|\bin case\b|\bunless\b|\bwhether\b|\bnominees?\b|\bnominations?\b|\bcandidates?\b|\bcall for (?:\p{L}+ ){0,2}(?:nominations?|candidates?|volunteers?|chairs?|leads?|leaders?|proposals?|applications?)\b|\bvote (?:for|on)\b|(?<!\b(?:interim|acting)\b.{1,60}\bwhile .{1,40})\b(?:is|are) on leave\b|\belection\b.{0,40}\bwill\b|\bseek(?:ing)?\b.{0,30}\b(?:chair|lead)|\bto be (?:decided|determined|elected)\b|\bnot (?:yet )?(?:been )?(?:elected|selected|appointed)\b|\byour (?:group|sig|project)\b/iu,
    staysInOffice: /[^,;:]*\bre-?elected\b[^,;]*(?:[,;] ?)?/i,
    future:
      /\bwill\b(?! no longer\b| be shifted\b| (?:take|be taking) (?:on|over)\b| be (?:led|chaired) by\b| move\b| likely\b| now\b| be (?:moving|switching|changing|shifting) to\b)/i,
    ownThing:
      /\b(?:the|our|this) (?:final |(?:working|work|special interest|interest|advisory|study|user) )?(?:group|task force|sig|sub-?group|(?:sub-?)?committee|team|call|meeting|project|lab|proposal|work package|board|council|assembly)\b/i,
    aboutLeaders:
      /chair|reins|torch|baton|gavel|helm|lead|secretar|over|succe|ptl|resign|step|election|result|conven|rapporteur|coordinator/i,
    aboutMeetings: /bi-?weekly|fortnight|weekly|monthly|meet|call|cadence|time|timing|schedule|conven|confer|sit/i,
    roleWord:
      /\bPTL\b|\b(?:(?:vice|co|assistant)[- ]?)?chair(?:s|man|woman|person|persons|people)?\b|\b(?:co-?)?leads?\b|\bleaders?(?:ship)?\b|\bsecretary\b|\bconven[eo]r(?:s|ship)?\b|\brapporteurs?\b|\bco-?ordinators?\b/i,
    leftAndCame:
      /\b(?:has |have |had |is |are |was )?(?:stepped down|stepping down|steps? down|stood down|stands down|tender(?:s|ed|ing) (?:her|his|their) resignation|bow(?:s|ed|ing) out|la(?:ys|id|ying) down (?:the|her|his|their) (?:role|position|post|office|chair)|(?:relinquish|vacat|giv|gav)(?:es?|ed|ing)(?: up)? (?:the|her|his|their) (?:role|position|post|office|seat|chair(?:manship)?|lead(?:ership)?|conven[eo]rship)|resigned|resigning|stepped back|stepped aside|stepped away|steps? away|rotat(?:ed|es|ing) (?:off|out)|retiring(?= as\b)|no longer (?:be )?(?:leading|chairing)|no longer (?:leads?|chairs?)|steps? (?:back|aside)|retired|relinquished|left the (?:(?:sub-?)?committee|(?:sub-?|working )?group|team|project|sig|role|position)|(?:left|leaving|leaves|decided to leave) (?:her|his|their) (?:role|position|post|office)|announced (?:her|his|their) (?:resignation|departure)|completed (?:her|his|their) (?:(?:first|second|third|last|final) )?terms?|(?:terms?|tenure) (?:as (?:the |our )?.{3,30} )?(?:has |have )?(?:ended|expired|c[ao]me to an end|concluded)|no longer (?:be )?(?:serv(?:e|es|ing)|act(?:s|ing)?) as|no longer (?:be )?(?:the|a|an|our|its) (?:(?:vice|co|assistant|interim|acting)[- ]?)?(?:chair|lead|secretary)(?:man|woman|person)?)\b/i,
    isSucceededBy: /\b(?:was|were|is|are|been|being) (?:succeeded|replaced) by\b/i,
    succeeds: /\b(?:succeed(?:s|ed|ing)|replac(?:es|ed|ing)|takes? the place of|in succession (?:of|to))\b/i,
    byAcclamation: /^\W*(?:vice[- ]?|co-?)?(?:chair|lead|secretary|ptl)(?:person|man|woman)?\s?[:–-]\s?.{3,80}?\b(?:was |were )?elected\b/i,
    ledUntil: /\b(?:led|chaired|headed) (?:the|our|this) [^.;]{2,80}? until\b/i,
    tookOverFrom: /\b(?:took|takes|taking|has taken) over (?:the \w+ )?from\b/i,
    handsOverTo:
      /\bhand(?:s|ed|ing)? (?:over|off)\b|\bhand(?:s|ed|ing)? (?:on )?the (?:reins|torch|baton|gavel|helm|(?:vice[- ]?|co-?)?chair(?:manship)?|lead(?:ership)?)\b|\bpass(?:es|ed|ing) (?:on )?the (?:torch|baton|gavel|reins|helm|leadership|(?:vice[- ]?|co-?)?chair(?:manship)?(?: role)?|role)\b/i,
    leadershipPassed: /\b(?:passed|passes|moved|moves|transferred|transitions?|transitioned|went)(?: over)? from\b/i,
    leadershipChanged:
      /\bleadership (?:has )?changed hands\b|\b(?:change|transition|pivot|handover|hand-over|turnover) (?:in|of) (?:the )?(?:\w+ ){0,2}(?:leadership|chair|lead)\b|\bhand-?over of the (?:sub-?group|group|team)\b/i,
    isTheNew: /\bnew(?:ly)?(?: elected| appointed)? (?:[\p{L}\d/&-]{1,20} ){0,5}?(?:vice[- ]|co-?)?(?:chair|lead|secretary\b|PTL\b)/iu,
    came: /\b(?:nominated|elected|appointed|selected|chosen|named|promoted|designated|introduced|announced|confirmed|voted in|taken over|took over|takes over|take over|taking over|(?:takes?|taking|taken|took) on the role|accept(?:s|ed) the (?:role|position|post|office)|(?:is|are)(?= (?:the |our )?(?:acting|interim) )|(?:takes?|took|taken|taking) (?:the reins|up the (?:post|role|position|office)|charge of)|assumes?d?|agreed to (?:serve|act)(?= as\b)|won the (?:election|vote)|become|becomes|became|is now|are now|welcome[sd]?|joined)\b/i,
    elects:
      /(?<!\b(?:was|were|been|is|are|be|being|got|newly|unanimously|duly) )\b(?:[Ee]lected|[Aa]ppointed|[Nn]amed|[Ss]elected|[Cc]hose|[Cc]onfirmed) (?=\p{Lu})/u,
    congratulates: /\bcongrat(?:s|ulations)\b|\bcongratulat(?:e|es|ed|ing)\b/i,
    carried:
      /\bmotion to (?:appoint|elect|confirm|name|install)\b.{3,120}\b(?:carried|passed|approved|adopted|accepted)\b|\b(?:volunteered|offered|agreed|stood) to (?:chair|lead|be|serve as|act as)\b.{0,80}\b(?:confirmed|approved|elected|accepted|appointed)\b/i,
    electionHeld:
      /\belections? (?:(?:has|have|was|were|is|are) )?(?:been )?(?:carried out|held|over|done|concluded|completed|closed|finished)\b/i,
    electionResult:
      /^\W*(?:announced? )?results?\b|\belections?\b.{0,40}\b(?:results?|winners?)\b|\bresults? of the (?:\p{L}+ ){0,4}elections?\b|\belections?\b.{0,40}\bcongrat/iu,
    outgoingOrIncoming: /\b(?:outgoing|departing|incoming)\b/i,
    disbanded:
      /\b(?:was|were|has been|have been|been|is|are|officially)? ?(?:disbanded|dissolved|eliminated|sunset(?:ted)?|wound (?:down|up)|shut down|closed (?:out|down)|(?<=\b(?:was|were|been) )discharged|abolished|retired)\b|\bhas (?:now )?concluded(?= (?:its (?:work|activit)|in |on )|[.,;!]|$)|\bdecided to (?:stand down|disband|dissolve|close|end)\b|\b(?:agreed|decided|voted|resolved) to (?:retire|disband|dissolve|close(?: down)?|sunset|shut down|wind (?:down|up)) (?:the|this|our) (?=(?:\p{L}[\p{L}\d/&-]{0,24} ){0,6}(?:sub-?group|group|wg|team|sig|chapter|(?:sub-?)?committee|task force|project|lab)\b)/iu,
    wasClosed:
      /\b(?:was|has been|were|have been) (?:(?:now|officially|formally|finally) )?(?:(?:closed|retired)(?= (?:on|in|at|by|as of|after|following|because|for|due)\b)|closed (?:out|down)\b|terminated\b|wound up\b)/i,
    mandateEnded: /\bmandate of (?:the )?[^.;]{3,70}? (?:has )?(?:lapsed|expired|ended|ran out|came to an end)\b/i,
    stoppedMeeting:
      /\b(?:is|are|remains?|stays?) (?:currently |now |still )?(?:inactive|dormant)\b|:\s*inactive\b|\b(?:(?:has|have|had) )?(?:stopped|ceased) (?:meeting|operations?|all activit|its activit)|\b(?:has|have|had)? ?(?:suspended|paused|stopped|ceased|discontinued) (?:its|their|all) (?:regular |weekly |monthly )?(?:meetings?|calls?|activit|operations?|work)|\bno longer meets?\b|\b(?:has|have|had) (?:become|fallen|gone) (?:inactive|dormant|quiet|silent)\b|\b(?:became|went|fell) (?:inactive|dormant|quiet|silent)\b|\b(?:is|are|was|were) no longer (?:active|meeting)\b|\b(?:has|have|had) been (?:paused|suspended|inactive|dormant)\b|\b(?:has|have|had) lain dormant\b|\blies dormant\b|\b(?:in|on) (?:recess|hiatus)\b|\b(?:is|are|been) on (?:a )?pause\b|\b(?:meetings?|calls?|activit(?:y|ies)|work) (?:of|by) (?:the|our|this) [^.;]{2,60}? (?:is|are|was|were|has been|have been) (?:suspended|paused|discontinued|stopped|on hold)\b|\btemporarily on hold\b|\b(?:is|are|was|were|been) (?:put |placed )?on hold\b|\b(?:has|have|had) (?:again )?slowed (?:down|in (?:development|activity|progress))\b|\bagain slowed\b|\b(?:has|have) not met since\b|\bno (?:activity|meetings?|calls?) (?:in|of|by|from) (?:the |our |this )?[^.;]{2,50}? since\b/i,
    movedToAState:
      /\b(?:moved|transitioned|changed|set|put|gone|went) (?:in)?to (?:an? |the )?["“]?(?:end[- ]of[- ]life|EOL|dormant|deprecated|archived?|inactive|(?:\p{Lu}\p{L}+ )?attic)\b|\b(?:is|are) (?:now |hereby )?archived\b|\b(?:was|has been|were|have been) (?:closed|archived|sunset(?:ted)?|deprecated|retired|end-of-lifed)\b/iu,
    merged:
      /\b(?:group|sub-?group|wg|call|meeting|team|project|lab|sig|committee)s?\b.{0,20}\b(?:has been|have been|was|were) (?:moved into|merged (?:in)?to|replaced by|superseded|folded into|absorbed (?:by|into)|merged with)\b|\b(?:(?:working |sub-?)group|wg|sig|(?:sub-?)?committee)s? (?:has|have) been moved (?:as part of|under)\b|\b(?:group|sub-?group|team|sig|committee|wg)s? (?:has |have )?merged (?:into|with)\b/i,
    finalMeeting:
      /\b(?:this is )?our final (?:meeting|call)\b(?! (?:of|for|in|before) (?:the |this )?(?:year|quarter|month|season|20\d\d|summer|winter|holiday|break))|\bhas (?:been )?moved to (?:the |a )?(?:\p{Lu}[\p{L}]{1,20} ){1,4}(?:Foundation|Project|Community)\b/u,
    endedBehindName: /\((?:was )?(?:dissolved|disbanded)\b[^()]{0,40}\)/i,
    markedInactive: /[-–([]\s?INACTIVE\b|\((?:inactive|archived|dormant|on hold|on hiatus|paused)\)/i,
    backAgain:
      /\b(?:was|were|has been|have been|been|has recently|recently)? ?["“]?(?:re-?launched|re-?booted|re-?started|re-?activated|revived|re-?established)["”]?\b|\b- reboot\b|\b(?:has|have|had) (?:again )?(?:begun|started) (?:working )?to (?:slowly )?(?:re-?establish|re-?start|resume|meet again|gain|regain)\b|\bresumed (?:its |their )?(?:regular |weekly |monthly )?(?:meetings?|calls?|sittings?|sessions?|activit|work\b)|\b(?:is|are) (?:now )?active again\b|\bbrought back to life\b|\b(?:meetings?|calls?) of (?:the|our) [^.;]{2,40}? (?:have |has )?resumed\b|\bregular (?:meetings|calls) (?:have |has )?resumed\b|\b(?:started|begun|began) to (?:slowly )?(?:re)?gain (?:its |some |new )?momentum\b/i,
    wasApproved:
      /^\W*(?:[Pp]roposed and )?[Aa]pproved (?:by the (?:\p{L}+ ){0,4}?(?:[A-Z]{2,5}|[Cc]ommittee|[Cc]ouncil|[Bb]oard)\b|on )|\b(?:was|were|been|being) (?:formally |officially )?accepted as (?:an? )?(?:new )?(?:[\p{L}-]+ ){0,2}(?:project|lab|sig|group|chapter)\b|\b(?:was|were|been|being) (?:formally |officially )?accepted (?:in)?to (?:the )?(?:[\p{L}-]+ ){0,2}incubation\b|\b[Tt]his proposal\b.{0,40}\b(?:has been|was) (?:accepted|approved)\b|\b[Tt]he proposal (?:has been|was) (?:accepted|approved)\b|\bproposal for (?:an?|the) (?:[\w-]+ ){0,4}(?:[Gg]roup|[Ss]ubgroup|SIG|[Pp]roject|[Ll]ab|[Tt]eam|[Cc]ommittee|[Cc]hapter) (?:has been|was) (?:accepted|approved)\b/u,
    wasFormed:
      /\b(?:has|have|was|were|been) (?:recently |newly |just |officially |formally )?(?:formed|founded|created|established|launched|chartered|convened|set up|spun up|stood up|kicked off)\b|\b(?:was|were|has been) (?:recently |newly |officially |formally )?announced (?:in|on|at)\b|\bdebuted\b|\b(?:started|kicked off) (?:in|on) (?=\p{Lu}|\d)|\b(?:held|had) its (?:very )?(?:first|inaugural|kick-?off) (?:meeting|call)\b|^\W*(?:[Ff]ormed|[Ff]ounded|[Cc]reated|[Ee]stablished|[Ll]aunched|[Cc]hartered)(?: by (?:decision|resolution|vote) of (?:the )?(?:[\p{L}-]+ ){0,4}?[\p{L}-]+)? (?:in|on) (?=\p{Lu}|\d)|\bmeetings (?:have |has )?(?:started|begun|began) (?:last|this|in|on)\b/u,
    wasApprovedAsGroup:
      /\b(?:was|were|has been|have been) (?:recently |officially |formally |unanimously )?approved\b(?= (?:by|on|in|as)\b|[.,;!]|$)/i,
    introducesGroup:
      /\bnew(?:est)?\b|\blatest\b|\blanded\b|\barrived\b|\bjoin(?:s|ed)\b|\b(?:add|welcome)(?:s|ed|d)\b|\baccepted\b|\b(?:launch|creation|formation|establishment|kick-?off) of\b/i,
    newGroup:
      /\b(?:active since|since (?:its )?inception)\b|\bstarted meetings?\b|\bkick-?off meeting (?:happened|took place|was held)\b|\b(?:first|inaugural|kick-?off) (?:meeting|call) of (?:the|our|this) (?!year|quarter|month|season)(?:[\p{L}\d/&-]{1,24} ){0,5}[\p{L}\d/&-]{1,24} (?:happened|took place|was held)\b|\bis a new\b.{0,40}\b(?:team|sub-?group|group|committee)\b|, founded by\b|\brecent charter approval\b|\b(?:has|have) formed (?:a|the)\b|\bapproved the (?:formation|creation|establishment) of\b/iu,
    formsAGroup: new RegExp(
      String.raw`\b(?:formed|founded|launched|created|established|chartered|kicked off|set up|started(?= an? new )|(?:decided|agreed|voted|resolved) to (?:form|found|launch|create|establish|charter|start|set up)) ` +
        String.raw`(?:an?|the|our|two|three) (?:(?!(?:for|of|by|in|to|with|from|on|at|about|within|and|that|which|chat|mailing|telegram|slack|discord|whatsapp|wechat|linkedin|facebook)\b)[\p{L}\d/&-]{1,30} ){0,6}(?:${noun})s?\b` +
        String.raw`(?=[.,;:!]|$| (?:to|for|in|on|with|within|that|which|called|named|under|focus\p{L}{0,4}|led|chaired|whose|is|has|will|and)\b)`,
      "iu",
    ),
    approvesGroup:
      /\b(?:[Aa]pproved|[Aa]ccepted) (?:the )?(?:new )?(?:[\p{Lu}\d][\p{L}\d/&-]{0,24} ){1,6}(?:[Gg]roup|SIG|[Cc]ommittee|[Ss]ubgroup|[Ss]ubcommittee|[Tt]ask [Ff]orce|WG)(?=[.,;!]|$| as (?:a|an|our|the)\b)/u,
    renamed:
      /\b(?:has been|have been|was|were|is|been) (?:officially |formally )?renamed\b|\b(?:is|are) now (?:called|known as|named)\b|\bformerly (?:known as|called|named|the)\b|\bchanged (?:its|their) name (?:from|to)\b|\bname of (?:the )?[^.;]{3,60}? (?:is|was|has been) changed to\b/i,
    fromADayOn: new RegExp(
      String.raw`(?:^(?:[A-Z]{0,3}\d[\d.]{0,6}\)? )?|[,:–-] ?|\b(?:that|and) )(?:starting|beginning|effective|as of|from|with effect from|going forward|from now on|henceforth)\b[^.;]{0,60}?\b(?:` +
        String.raw`(?:we|${noun}|community|board|council|assembly|consortium|TSC|TOC|PMC)(?: will| now| to)? (?:be )?(?:meet(?:s|ing)?|convenes?|confers?|sits?)|(?:meetings?|calls?|sync|stand-?ups?) (?:will |now |to )?(?:be |is |are |take place|takes place|occurs?|happens?|runs?|moves? to))\b` +
        String.raw`|\b(?:meetings?|calls?|we meet|will meet)\b[^.;]{0,80}\b(?:starting|beginning|effective|as of|from now on|going forward|from (?:January|February|March|April|May|June|July|August|September|October|November|December|next \w{4,8}) on(?:wards?)?)\b`,
      "i",
    ),
    endsACall:
      /\b(?:cancel\p{L}*|discontinu\p{L}+|dropp\p{L}+|remov\p{L}+|end(?:ed|ing)|stopp\p{L}+) (?:the |our )?(?:[\p{L}\d/&-]{1,20} ){0,4}?(?:calls?|meetings?)\b.{0,30}\b(?:going forward|permanently|from now on|indefinitely|for good)\b|\bdiscontinued (?:the|our) (?:[\p{L}\d/&-]{1,20} ){0,4}?(?:calls?|meetings?)\b|\b(?:calls?|meetings?) (?:has|have|was|were|is|are) (?:been )?(?:discontinued|(?:permanently|indefinitely) cancel+ed|cancel+ed (?:permanently|indefinitely|for good|going forward|from now on))/iu,
    cadenceFromTo:
      /\b(?:(?:chang|mov|switch|reduc)(?:e|ed|es|ing)|went|going|goes|shift(?:ed|s|ing)?|transition(?:ed|s|ing)?)\b.{0,60}\bfrom\b.{1,60}\bto\b/i,
    decidedACadence:
      /\b(?:decided|discussed) to (?:hold|conduct|meet|have|move|change|switch)\b|^\W*(?:change|move|switch) (?:the |this )?(?:meetings?|calls?) to\b|\bmeetings? will now be\b|^\W*(?:please )?(?:note the )?(?:time|timing|schedule) (?:change|adjustment)\b|\badjustment of (?:the )?.{0,40}\b(?:call|meeting)s? to\b|^\W*(?:move|moving|change|changing|switch|switching|back) to (?:a )?(?:bi-?weekly|fortnightly|weekly|monthly|quarterly)(?=\s*(?:[:.,;(–-]|$|meetings?\b|calls?\b|cadence\b|schedule\b|for now\b))|\bagreed to (?:hold|conduct|meet|move|change|switch|shift)\b|\b(?:is|are|be) (?:moving|switching|changing|shifting) to (?:an? )?(?:bi-?weekly|weekly|fortnightly|monthly|quarterly|twice|every)\b|\b(?:meeting|call) (?:frequency|cadence|schedule|rhythm)\b.{0,30}\b(?:reduced|increased|lowered|raised|changed)\b|\b(?:reduced|increased|lowered|raised|changed) the (?:meeting |call )?(?:frequency|cadence|rhythm)\b|\bmeets? (?:every|bi-?weekly|weekly|monthly|once|twice).{0,40}\binstead of\b|\b(?:agreed|decided|decision|resolved)\b.{0,20}\b(?:meetings?|calls?) (?:(?:to|will|would|should) )?(?:be held|take place)\b|\b(?:meetings?|calls?) (?:is|are) (?:now )?held (?:on|every)\b.{0,60}\binstead of\b/i,
    meetsAtAnotherTime:
      /\b(?:meeting|call) times? (?:(?:is|was|has been|have been|will be) )?(?:now )?(?:changed|moved|shifted|rescheduled)(?: (?:to|back)\b|(?=:))|\b(?:meeting|call) time ?(?:->|→)|\bchange (?:in|of|to) (?:the )?(?:weekly |monthly |regular )?(?:meeting|call) time to\b|\bchang(?:ed|ing) (?:the|our) (?:weekly |monthly |regular )?(?:meeting|call) (?:time|day|schedule)s? to\b|\bchange of (?:the )?(?:meeting|call) (?:time|day)(?=:)|\b(?:moving|shifting|moved|shifted|shift) (?:the |our )?(?:weekly |monthly |regular )?(?:meeting|call|sync|stand-?up)s? (?:to (?:the )?\d|back|forward|up|later|earlier|an hour)\b|\b(?:meetings|calls) (?:will be|are|were|have been) shifted\b|\b(?:meeting|call)s?\b.{0,30}\bmoves? to (?=\d{1,2}(?::\d\d| ?[ap]m))/i,
    nowMeets:
      /\b(?:moved|moves|changed|changes|switched|switches|rescheduled) to\b|\bnow (?:has|have|meets?|scheduled|held)\b|\b(?:are|is) now (?:scheduled|held|meeting)\b|\b(?:meetings?|calls?) (?:is|are) now\b|\bnew (?:meeting|call) (?:time|schedule|cadence|frequency|day)\b|^\W*new time:|\bmeeting time rescheduled\b|\bwe['’]ll now have\b|\bmoved? to (?:a |every )|\b(?:moved|switched|changed|shifted|rescheduled) (?:our|the) (?:weekly |monthly |regular )?(?:meetings|calls) to\b/i,
  },
  leaderChanges: {
    authorSpeaks: [
      /\bI (?:will (?:now )?serve|now serve|am (?:now )?serving|have (?:been )?(?:elected|appointed|chosen)|have become|took over) (?:as )?(?:the |your )?(.{3,60})/i,
    ],
    chaired: /^chair/i,
    leading: /\b(?:leading|chairing|chaired)\b/i,
    lead: /\blead/i,
    newLeader: /\bnew (?:co-?)?(?:chairs?|leads?)\b/i,
    toLead: /\bto lead\b/gi,
    toWhom: [/\bto\b(.*)$/i],
    notAnOffice: /\blead(?:ing|ership)\b/i,
    announced: /\b(?:have|has|announc|welcome|select|elect|introduc|chosen)/i,
    additional: /\b(?:additional|second|another)\b/i,
    newOfAnother: /\bnew(?: (?!co|vice)\p{Lu}?\p{L}[\p{L}\d/&-]{0,20}){2,5} (?:lead|chair)/iu,
    new: /\bnew/i,
    seeksNew:
      /\b(?:for|until|needs?|needed|wants?|wanted|find|finding|found|seeks?|seeking|recruit(?:ing)?|lacks?|to (?:elect|select|choose|appoint|name)|elections? (?:of|for)) (?:an? |the |some )?new/i,
    ofGroup: /\b(?:of|for)(?: the| our)?(?: \p{Lu}[\p{L}\d&/-]{0,24}){1,6}/u,
    newOfEvent:
      /^(?:man|woman|person|s|ship)?,? (?:elections?|votes?|voting|selection|search|process|applications?|nominations?|training|onboarding)\b/i,
    nominated: /^nominated/i,
    asOffice: / (?:as|to be|to serve as|to (?:the )?(?:role|position|office|post) of)(?= )/,
    beforeOffice: /(?:,? |^)(?:(?:the|an?|our|its|their|new|next|first|interim|acting|vice|co)[ -]?)*$/i,
    congratulatedOn: [
      /^(?: to)? (.{3,100}?),? (?:on|for) (?:becoming|being|(?:her|his|their|your) (?:new )?(?:role|position|election|appointment|selection))\b(.{0,60})/i,
    ],
    carriedMotion: [
      /\bmotion to (?:appoint|elect|confirm|name|install) (.{3,80}?) (?:as|to be|to)(?= ) (.{3,60}?)\b(?:carried|passed|approved|adopted|accepted)\b/i,
      /^(.{3,80}?),? (?:has |have )?(?:volunteered|offered|agreed|stood) (to (?:chair|lead)(?= (?:the |our |this )?(?:[\p{L}\d/&-]+ ){0,5}(?:sub-?group|group|wg|team|(?:sub-?)?committee|task force|sig|chapter)\b)|to (?:be|serve as|act as) .{3,40}?)\b/iu,
    ],
    afterElection: [/\b(?:we (?:now )?have|with) (.{3,120}?)(?: ?leading\b| chairing\b| as\b| serving as\b)(.{0,60})/i],
    resultWords: /\b(?:results?|winners?|ann?ounc\p{L}*)\b/iu,
    election: /\belections?\b/i,
    ofBoard: /\b(?:board|committee|council) members?\b/i,
    fromSeat: /^ (?:from|off) (?:the |our )?(?:[\p{L}\d-]+ ){0,4}(?:(?:sub-?)?committee|board|council|PMC|TSC|TOC)\b/iu,
    handedOffice:
      /^[\s,.]*$|chair|lead|role|position|dut(?:y|ies)|reins|responsibilit|tasks?\b|torch|baton|gavel|group|team|secretar|ptl|helm|office/i,
    endsHandedThing: / to /,
    ledUntil: [
      /^(.{3,60}?) (?:has |had )?(led|chaired|headed) (?:the|our|this) [^.;]{2,80}? until (.{3,60}?) (?:took (?:it |this )?over|succeeded|replaced|stepped in|(?:was|were) (?:elected|appointed|chosen))\b/i,
    ],
    because: / (?:after|when|because|since|as|following) (?=\p{Lu})/u,
    badge: /\b(?:reins|torch|baton|gavel|helm)\b/i,
    passedFromTo: [/\b(?:passed|passes|moved|moves|transferred|transitions?|transitioned|went)(?: over)? from (.{3,60}?) to (.{3,80})/i],
    passedOffice:
      /\bleadership\b|\bchair(?:manship)?\b|\bconven[eo]rship\b|\b(?:chair|lead|secretary|PTL)(?:['’]s)? (?:role|position|duties|responsibilit)/i,
    leadership: /^ (?:the )?leadership\b/i,
    outgoing: /^(?:outgoing|departing)/i,
    officeBeside: /^ (?:[\p{L}\d-]{1,20} ){0,3}?(?:(?:vice|co|assistant)[- ]?)?(?:chair|lead|secretary|PTL)(?:man|woman|person|s)?\b,?/iu,
    besideOffice: /[,(] ?(?:our |the |as )?$/i,
    isWelcome: /^welcome/i,
    welcomedAs: [/^(.{2,80}?) as (?:our|the|a|its)? ?(?:new )?(.{0,60})/i],
    welcome: /^Welcome /,
    // "to lead the group"; "has been elected DUNE Chair"
    cameAs:
      /^(?: to lead\b| to chair\b|.{0,40}?\b(?:as|of|the|to be|a)\b).{0,80}|^ (?:(?:the|our) )?(?:(?:acting|interim) )?(?:[\p{Lu}\d][\p{L}\d-]{0,20} ){0,3}(?:vice[- ]|co-?)?(?:chair|lead|PTL|secretary)\b.{0,40}|^ for (?:the )?.{2,60}|^ (?:her|his|their|the) successor\b.{0,60}/iu,
    successor: /\b(?:her|his|their|the) successor\b/i,
  },
  groupChanges: {
    aboutOne: new RegExp(String.raw`\b(?:${noun})\b`, "i"),
    aboutAny: new RegExp(String.raw`\b(?:${noun})s?\b`, "i"),
    subject: new RegExp(String.raw`\b(?:(?:${noun}|project|lab)s?|it)$`, "i"),
    notSubject:
      /\b(?:series|webinars?|workshops?|events?|courses?|lectures?|surveys?|campaigns?)$|\b(?:of|by|for|from|about|in) (?:the|this|our|its|a|an) [\p{L} -]{2,40}$/iu,
    auxiliary: /\s*\b(?:was|were|has|have|had|is|are|been|being|now|also|recently|officially|formally)\b/gi,
    kindBeforeName: /(?:(?:Work(?:ing)?|Drafting|Expert|Study|Contact) Group|Committee|Task Force|Council) (?:on|for)/,
    endeavour: /[Pp]roject|[Ll]ab/,
    ofPart: /\b(?:this|the|our|of the) (?:sub-?group|team)\b/i,
    callOfPart: /\bthis (?:call|meeting)\b/i,
    thisGroup: /\b(?:this|the|our) (?:sub-?group|team|group)\b/i,
    saysWhich: /\b(?:sub-?group|team|sig)$/i,
    beginsWithThis: /^(?:this|it)\b/i,
    beginsWithChange:
      /^(?:this|it|formerly|renamed|approved|founded|chartered|proposed|accepted|moved|formed|created|established|launched|active)\b/,
    article: /^the /i,
    approvedBy: /\bby (?:the )?(?:[\p{L}-]+ ){0,5}[\p{L}-]+(?= on\b|[.,;]|$)/u,
    nameChanged: /\bname of (?:the )?[^.;]{3,60}? (?:is|was|has been) changed to\b/i,
    mergedInto: /\b(?:absorbed (?:by|into)|moved into|merged into|merged with|replaced by|folded into|superseded)\b/i,
    disbanded: /\bdisbanded\b/i,
    notDisbanded: /\bstructure (?:was|were|has been)\b/i,
    finished: /\s*[–—,-]?\s*\b(?:has |have |had )?(?:completed|delivered|finished|fulfilled|concluded|ended|achieved|met)\b/i,
    apposition: /,[^,]{1,80},\s*$|[–—-]{1,2}[^–—]{1,80}[–—-]{1,2}\s*$/,
    onlyOnce: /\bthis (?:week|month|time|meeting) only\b|\bfor this (?:week|month|meeting)\b|\btoday\b|\bthis week['’]s\b/i,
    renamedTo: [
      /\b(?:renamed(?: from .{3,60}?)? (?:to|as)|now (?:called|known as|named)|name (?:from .{3,60}? )?to|name of .{3,60}? changed to) (?:the )?["“]?(.{3,70}?)["”]?(?=[.,;!]|$| (?:in|on|as of)\b)/i,
    ],
    notCreated: /\bactive status\b/i,
    aboutNewOne: new RegExp(String.raw`\b(?:${noun}|round ?table|task force)\b|\b\p{Lu}{2,}-?SIG\b`, "iu"),
    kickOff: /kick-?off meeting/i,
    formsOther: /^(?:has|have) (?:\p{L}+ly |just )?(?:\p{L}+(?: up)?) (?:an?|the|its|their|our|two|three)\b/iu,
    nameWasFormed:
      /^\W*(?:\p{Lu}[\p{L}\d-]{1,20} ){1,4}(?:was|has been) (?:formed|founded|created|established|launched|chartered) (?:in|on)\b/u,
  },
  cadenceChanges: {
    fromTo: [/\bfrom (.{3,40}?)s? to (.{3,60})/i],
    meeting: /\b(?:meet|call)|^\W*new time:/i,
    meetingOrCadence: /\b(?:meet|call|cadence|schedule|rhythm)/i,
    meetingOrSchedule: /\b(?:meet|call|cadence|schedule)/i,
    noteOfTime: /^\W*(?:please )?(?:note the )?(?:time|timing|schedule)|^\W*(?:mov|chang|switch|back)/i,
    moved: /\bshift\b|\bchange\b|\badjust/i,
    hour: /\b(?:\d{1,2}:\d{2}|\d{1,2} ?[ap]m)\b/i,
    movedTo: /^(?:moved|moves|changed?s?|switche[ds]|rescheduled)/i,
    meetingsAsSubject: /\b(?:meetings?|calls?|we|group|sig|cadence|times?|schedule)\b/i,
    newMeetingTime: /\bnew (?:meeting|call) (?:time|schedule|cadence|frequency|day)\b|^\W*new time:/i,
    recurring: /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:weekly|monthly|regular|recurring|standing) (?:meeting|call)s?\b/i,
    manyMeetings: /\b(?:meetings|calls)\b|\b(?:weekly|monthly|regular|recurring|standing) (?:meeting|call)\b/i,
    onlyOneMeeting: /\b(?:next|last|this|today['’]s|tomorrow['’]s|tomorrow|previous)\b/i,
    onWeekdays: new RegExp(`\\b${weekday}s?\\b`, "i"),
    insteadOf: /\binstead of\b|\brather than\b/i,
    every: /\bevery (?:\w+ )?(?:\w+day|week|month)s?\b/i,
  },
  notHeld:
    /\b(?:this|the|today'?s) (?:meeting|call|session) (?:was|is|has been|is being|got) (?:(?:canceled|cancelled|postponed|not held)\b|(?:now )?moved to (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.? \d)|\b(?:meeting|call) (?:did not take place|was not held)\b|\bformal meeting not held\b/i,
  notHeldOnTop:
    /^\W*(?:meeting|call|session) (?:was |is |has been )?(?:canceled|cancelled|postponed|not held)\b|^\W*(?:canceled|cancelled)\W*(?:$|due to\b)|^\W*no (?:meeting|call)s?(?: held)?(?: (?:this week|today|on \w+|due to\b.*|because\b.*))?\W*$|^\W*no (?:meeting|call)s? (?:this week|today)\b|\binstead of (?:our|the) regular (?:meeting|call)\b|^\W*recording:? no meeting held\b/i,
  cancels: {
    aMeeting: /^\W*(?:canceled|cancelled|postponed)\b|\b(?:meetings?|calls?|sessions?|occurrence)\b/i,
    another: /\bnext\b|\blast\b|\bprevious\b|\bfuture\b|\bif\b/i,
  },
} satisfies ChangeWords;
