import type { DeclaredGroup } from "../records/declared-group.ts";
import type { WrittenConfig } from "./schema.ts";

const cadenceDays: Readonly<Record<string, number>> = { weekly: 7, biweekly: 14, "twice-monthly": 15, monthly: 30, quarterly: 91 };
const unitDays: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 30.44 };
const reportMonths = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 } as const;

export function declaredGroups(written: WrittenConfig["groups"] = []): DeclaredGroup[] {
  return written.map(({ name, aliases = [], meetings = null, reports, pauses = [] }) => ({
    names: [name, ...aliases],
    meetsEveryDays: meetings === null ? null : daysOf(meetings),
    meets: meetings,
    reportsEveryMonths: reports === undefined ? null : reportMonths[reports],
    pauses: pauses.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) })),
  }));
}

function daysOf(meetings: string): number | null {
  const [, count, unit = ""] = /^every (\d+) (days|weeks|months)$/.exec(meetings) ?? [];
  return count === undefined ? (cadenceDays[meetings] ?? null) : Math.round(Number(count) * (unitDays[unit] ?? 1));
}
