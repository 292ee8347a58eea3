import type { LexiconAddition } from "./types.ts";

/** Chinese, in both scripts. Dates such as 2019年3月12日 are read by their numbers. */
export const chinese: LexiconAddition = {
  language: "zh",
  labels: {
    attendees: /^(?:参会|參會|出席|与会|與會|参加|參加|到会)(?:人员|人員|者|人|名单|名單|成员|成員)?$|^签到$|^簽到$/,
    notAttendees: /缺席|请假|請假/,
    date: /^(?:会议|會議)?(?:日期|时间|時間)$/,
    agenda: /议程|議程|议题|議題/,
    minutes: /纪要|紀要|会议记录|會議記錄/,
    recording: /录制|錄製|录像|錄影|录屏|录音|錄音|回看|会议视频|會議視頻|视频链接/,
    presenters: /^(?:演讲|演講|主讲|主講|分享)(?:人|者|嘉宾|嘉賓)?$|^讲师$|^講師$/,
    actions: /待办|待辦|行动项|行動項/,
    plain: /^(?:参会人员|參會人員|与会人员|出席人员|会议议程|议程|議程|会议录制)$/,
    subgroups: /工作组$|工作組$|小组$|小組$/,
  },
  titles: {
    meeting: /会议|會議|例会|例會|周会|週會|纪要|紀要/,
    gathering: /活动|活動|大会|峰会|峰會|沙龙/,
    report: /报告|報告/,
    template: /模板|模版|範本/,
    roster: /成员名单|成員名單/,
    charter: /章程/,
    archived: /(?:已归档|已歸檔)/,
    canceled: /会议取消|會議取消|取消一次|(?:会议|會議)?(?:延期|推迟|推遲)/,
  },
  cadences: [
    ["biweekly", /双周|雙週|每两周|每兩週|隔周|隔週/],
    ["monthly", /每月|每个月|每個月/],
    ["quarterly", /每季度|每季/],
    ["weekly", /每周|每週/],
  ],
  leaders: { label: /^(?:当前|當前|现任|現任)?(?:副?主席|副?组长|副?組長|负责人|負責人)$/ },
  roles: [
    ["vice-chair", /副主席|副组长|副組長/],
    ["chair", /主席/],
    ["lead", /组长|組長|负责人|負責人/],
  ],
  courses: { says: /课程/, exam: /考试/ },
  notHeldOnTop: /^[^\w\u3400-\u9fff]*(?:本次|本周|这次)?(?:会议|會議)?(?:取消|延期)(?:一次)?$|放假取消/,
};
