import type { ChangeWords } from "../types/changes.ts";
import { weekday } from "./time.ts";

/** The nouns for a group in a sentence about what happened to it. */
const noun = "sub-?group|group|team|(?:sub-?)?committee|task force|sig|chapter";

export const changes = {
  changes: {
    trigger:
      /\b(?:step|resign|no longer|retire|hand|leader|chair|lead\b|disband|dissol|eliminat|stand down|stop|ceas|paus|suspend|inactive|archived|recess|hiatus|hold|slow|dormant|launch|re-?launch|re-?boot|boot|start|serve|activ|reviv|establish|resum|momentum|form|found|creat|charter|debut|incept|kick|mov|chang|switch|reschedul|now\b|new\b|welcome|elect|appoint|confirm|nominat|select|chosen|named|took over|takes? over|success|set up|moves|approv|accept|deprecat|sunset|shift|merged|replaced|final|time|timing|adjust|agreed|decid|transition|end-of-li|clos|not met|place of|instead of)/i,
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
      /\b(?:is|are|remains?|stays?) (?:currently |now |still )?(?:inactive|dormant)\b|:\s*inactive\b|\b(?:has|have|had) (?:stopped|ceased) meeting\b|\b(?:is|are|was|were) no longer (?:active|meeting)\b|\b(?:has|have|had) been (?:paused|suspended|inactive|dormant)\b|\b(?:in|on) (?:recess|hiatus)\b|\btemporarily on hold\b|\b(?:is|are|was|were|been) (?:put |placed )?on hold\b|\b(?:has|have|had) (?:again )?slowed (?:down|in (?:development|activity|progress))\b|\bagain slowed\b|\bgone (?:dormant|quiet|silent)\b|\b(?:has|have) not met since\b/i,
    movedToAState:
      /\b(?:moved|transitioned|changed|set|put|gone|went) (?:in)?to (?:an? |the )?["“]?(?:end[- ]of[- ]life|EOL|dormant|deprecated|archived?|inactive)\b|\b(?:is|are) (?:now |hereby )?archived\b|\b(?:was|has been|were|have been) (?:closed|archived|sunset(?:ted)?|deprecated|retired|end-of-lifed)\b/i,
    merged:
      /\b(?:group|sub-?group|call|meeting|team|project|lab|sig|committee)s?\b.{0,20}\b(?:has been|have been|was|were) (?:moved into|merged into|replaced by|superseded|folded into|merged with)\b/i,
    finalMeeting:
      /\b(?:this is )?our final (?:meeting|call)\b|\bhas (?:been )?moved to (?:the |a )?(?:\p{Lu}[\p{L}]{1,20} ){1,4}(?:Foundation|Project|Community)\b/u,
    markedInactive: /[-–([]\s?INACTIVE\b|\((?:inactive|archived)\)/i,
    backAgain:
      /\b(?:was|were|has been|have been|been|has recently|recently)? ?["“]?(?:re-?launched|re-?booted|re-?started|re-?activated|revived|re-?established)["”]?\b|\b- reboot\b|\b(?:has|have|had) (?:again )?(?:begun|started) (?:working )?to (?:slowly )?(?:re-?establish|re-?start|resume|meet again|gain|regain)\b|\bresumed (?:its |their )?(?:regular )?meetings?\b|\b(?:started|begun|began) to (?:slowly )?(?:re)?gain (?:its |some |new )?momentum\b/i,
    wasApproved:
      /^\W*(?:[Pp]roposed and )?[Aa]pproved (?:by the (?:\p{L}+ ){0,4}?(?:[A-Z]{2,5}|[Cc]ommittee|[Cc]ouncil|[Bb]oard)\b|on )|\b(?:was|were|been|being) (?:formally |officially )?accepted as (?:an? )?(?:new )?(?:[\p{L}-]+ ){0,2}(?:project|lab|sig|group|chapter)\b|\b[Tt]his proposal\b.{0,40}\b(?:has been|was) (?:accepted|approved)\b|\b[Tt]he proposal (?:has been|was) (?:accepted|approved)\b|\bproposal for (?:an?|the) (?:[\w-]+ ){0,4}(?:[Gg]roup|[Ss]ubgroup|SIG|[Pp]roject|[Ll]ab|[Tt]eam|[Cc]ommittee|[Cc]hapter) (?:has been|was) (?:accepted|approved)\b/u,
    wasFormed:
      /\b(?:active since|since (?:its )?inception)\b|\b(?:has|have|was|were|been) (?:recently |newly |just )?(?:formed|founded|created|established|launched|chartered|convened|set up)\b|\bdebuted\b|\bstarted meetings?\b|\bkick-?off meeting (?:happened|took place|was held)\b|\bis a new\b.{0,40}\b(?:team|sub-?group|group|committee)\b|, founded by\b|\brecent charter approval\b|\bapproved the (?:formation|creation) of\b|\b(?:has|have) formed (?:a|the)\b/i,
    cadenceFromTo: /\b(?:chang|mov|switch)(?:e|ed|es|ing)\b.{0,60}\bfrom\b.{1,60}\bto\b/i,
    decidedACadence:
      /\bdecided to (?:hold|meet|have|move|change|switch)\b|^\W*(?:change|move|switch) (?:the |this )?(?:meetings?|calls?) to\b|\bmeetings? will now be\b|^\W*(?:please )?(?:note the )?(?:time|timing|schedule) (?:change|adjustment)\b|\badjustment of (?:the )?.{0,40}\b(?:call|meeting)s? to\b|^\W*move to (?:a )?(?:bi-?weekly|weekly|monthly|quarterly)\b|\bagreed to (?:hold|meet|move|change|switch|shift)\b|\bmeets? (?:every|bi-?weekly|weekly|monthly|once|twice).{0,40}\binstead of\b|\b(?:meetings?|calls?) (?:is|are) (?:now )?held (?:on|every)\b.{0,60}\binstead of\b/i,
    meetsAtAnotherTime:
      /\b(?:meeting|call) times? (?:(?:is|was|has been|have been|will be) )?(?:now )?(?:changed|moved|shifted|rescheduled)(?: (?:to|back)\b|(?=:))|\b(?:meeting|call) time ?(?:->|→)|\bchange (?:in|of|to) (?:the )?(?:weekly |monthly |regular )?(?:meeting|call) time to\b|\b(?:moving|shifting|moved|shifted|shift) (?:the )?(?:weekly |monthly |regular )?(?:meeting|call)s? (?:to \d|back|forward|up|later|earlier|an hour)\b|\b(?:meetings|calls) (?:will be|are|were|have been) shifted\b|\b(?:meeting|call)s?\b.{0,30}\bmoves? to (?=\d{1,2}(?::\d\d| ?[ap]m))/i,
    nowMeets:
      /\b(?:moved|moves|changed|changes|switched|switches|rescheduled) to\b|\bnow (?:has|have|meets?|scheduled|held)\b|\b(?:are|is) now (?:scheduled|held|meeting)\b|\bnew meeting time\b|\bmeeting time rescheduled\b|\bwe['’]ll now have\b|\bmoved? to (?:a |every )/i,
  },
  leaderChanges: {
    authorSpeaks: [
      /\bI (?:will (?:now )?serve|now serve|am (?:now )?serving|have (?:been )?(?:elected|appointed|chosen)|have become|took over) (?:as )?(?:the |your )?(.{3,60})/i,
    ],
    leading: /\b(?:leading|chairing)\b/i,
    lead: /\blead/i,
    newLeader: /\bnew (?:co-?)?(?:chairs?|leads?)\b/i,
    toLead: /\bto lead\b/gi,
    toWhom: [/\bto\b(.*)$/i],
    notAnOffice: /\blead(?:ing|ership)\b/i,
    announced: /\b(?:have|has|announc|welcome|select|elect|introduc|chosen)/i,
    additional: /\b(?:additional|second|another)\b/i,
    newOfAnother: /\bnew(?: (?!co|vice)\p{Lu}?\p{L}[\p{L}\d/&-]{0,20}){2,5} (?:lead|chair)/iu,
    new: /\bnew/i,
    isWelcome: /^welcome/i,
    welcomedAs: [/^(.{2,80}?) as (?:our|the|a|its)? ?(?:new )?(.{0,60})/i],
    welcome: /^Welcome /,
    // "to lead the group"; "has been elected DUNE Chair"
    cameAs:
      /^(?: to lead\b| to chair\b|.{0,40}?\b(?:as|of|the|to be|a)\b).{0,80}|^ (?:[\p{Lu}\d][\p{L}\d-]{0,20} ){0,3}(?:vice[- ]|co-?)?(?:chair|lead|PTL)\b.{0,40}/iu,
    successor: /\b(?:her|his|their|the) successor\b/i,
  },
  groupChanges: {
    aboutOne: new RegExp(String.raw`\b(?:${noun})\b`, "i"),
    aboutAny: new RegExp(String.raw`\b(?:${noun})s?\b`, "i"),
    subject: new RegExp(String.raw`\b(?:(?:${noun}|project|lab)s?|wg|it)$`, "i"),
    notSubject: /\b(?:of|by|for|from|about|in) (?:the|this|our|its|a|an) [\p{L} -]{2,40}$/iu,
    auxiliary: /\s*\b(?:was|were|has|have|had|is|are|been|being|now|also|recently|officially|formally)\b/gi,
    ofPart: /\b(?:this|the|our|of the) (?:sub-?group|team)\b/i,
    callOfPart: /\bthis (?:call|meeting)\b/i,
    thisGroup: /\b(?:this|the|our) (?:sub-?group|team|group)\b/i,
    saysWhich: /\b(?:sub-?group|team|sig)$/i,
    beginsWithThis: /^(?:this|it)\b/i,
    beginsWithChange: /^(?:this|it|approved|proposed|accepted|moved|formed|created|established|launched|active)\b/,
    article: /^the /i,
    approvedBy: /\bby (?:the )?(?:[\p{L}-]+ ){0,5}[\p{L}-]+(?= on\b|[.,;]|$)/u,
    mergedInto: /\b(?:moved into|merged into|merged with|replaced by|folded into|superseded)\b/i,
    disbanded: /\bdisbanded\b/i,
    notDisbanded: /\bstructure (?:was|were|has been)\b/i,
    notCreated: /\bactive status\b/i,
    aboutNewOne: new RegExp(String.raw`\b(?:${noun}|round ?table|task force)\b|\b\p{Lu}{2,}-?SIG\b`, "iu"),
    kickOff: /kick-?off meeting/i,
    nameWasFormed:
      /^\W*(?:\p{Lu}[\p{L}\d-]{1,20} ){1,4}(?:was|has been) (?:formed|founded|created|established|launched|chartered) (?:in|on)\b/u,
  },
  cadenceChanges: {
    fromTo: [/\bfrom (.{3,40}?)s? to (.{3,60})/i],
    meeting: /\b(?:meet|call)/i,
    meetingOrCadence: /\b(?:meet|call|cadence)/i,
    meetingOrSchedule: /\b(?:meet|call|cadence|schedule)/i,
    noteOfTime: /^\W*(?:please )?(?:note the )?(?:time|timing|schedule)/i,
    moved: /\bshift\b|\bchange\b|\badjust/i,
    hour: /\b(?:\d{1,2}:\d{2}|\d{1,2} ?[ap]m)\b/i,
    movedTo: /^(?:moved|moves|changed?s?|switche[ds]|rescheduled)/i,
    meetingsAsSubject: /\b(?:meetings?|calls?|we|group|sig|cadence|times?|schedule)\b/i,
    newMeetingTime: /\bnew meeting time\b/i,
    onWeekdays: new RegExp(`\\b${weekday}s?\\b`, "i"),
    insteadOf: /\binstead of\b/i,
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
