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
  titles: { meeting: /会議|議事録|定例会/, canceled: /会議中止/, template: /テンプレート/ },
};
