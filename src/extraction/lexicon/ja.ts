import type { LexiconAddition } from "./types.ts";

/** Japanese headings of meeting pages. */
export const japanese: LexiconAddition = {
  language: "ja",
  labels: {
    attendees: /^(?:出席者|参加者)$/,
    date: /^(?:日付|日時|開催日)$/,
    agenda: /議題|アジェンダ/,
    minutes: /議事録/,
    recording: /録画|録音/,
    presenters: /^(?:発表者|講演者)$/,
    actions: /アクション|宿題/,
  },
  leaders: { label: /^副?(?:議長|委員長|座長)$|^(?:リーダー|責任者)$/ },
  roles: [
    ["vice-chair", /副(?:議長|委員長|座長)/],
    ["chair", /議長|委員長|座長/],
    ["lead", /リーダー|責任者/],
  ],
  changes: {
    trigger: /就任|選出|任命|辞任|退任|設立|発足|解散|休止/,
    noChange: /予定|提案|候補|[?？]$|かもしれ/,
    ownThing: /本(?:グループ|委員会|部会)/,
    aboutLeaders: /議長|委員長|座長|リーダー/,
    roleWord: /議長|委員長|座長|リーダー/,
    leftAndCame: /(?:が|は)(?=.{1,16}を(?:辞任|退任))/,
    came: /(?:が|は)(?=.{1,16}に(?:就任|選出|任命))/,
    disbanded: /解散し(?:た|ました)/,
    stoppedMeeting: /活動を休止/,
    wasFormed: /(?:が|は)(?=.{0,16}(?:設立され|発足し))/,
  },
  leaderChanges: { cameAs: /^\s?.{0,6}(?:議長|委員長|座長|リーダー).{0,10}/ },
  groupChanges: {
    aboutOne: /グループ|委員会|部会/,
    aboutAny: /グループ|委員会|部会/,
    subject: /(?:グループ|委員会|部会)$/,
    beginsWithThis: /^本/,
    aboutNewOne: /グループ|委員会|部会/,
  },
  titles: { meeting: /会議|議事録|定例会/, canceled: /会議中止/, template: /テンプレート/ },
};
