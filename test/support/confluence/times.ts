/** `2024-03-05T09:15:30.000Z` with an offset of 60 minutes → `2024-03-05T10:15:30.000+01:00`: the same instant, as Data Center writes it. */
export function withOffset(instant: string, offsetMinutes: number): string {
  const shifted = new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString();
  return `${shifted.slice(0, -1)}${offsetText(offsetMinutes)}`;
}

function offsetText(offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? "-" : "+";
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The day and minute on the wall of somebody at that offset. */
export function wallClock(instant: string, offsetMinutes: number): string {
  return new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString().slice(0, 16).replace("T", " ");
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Mar 05, 2024`, as pages print it in English. */
export function printedDay(instant: string, offsetMinutes: number): string {
  const [year, month, day] = wallClock(instant, offsetMinutes).slice(0, 10).split("-");
  return `${months[Number(month) - 1]} ${day}, ${year}`;
}

/** `05 Mar 2024`, as the date macro prints it. */
export function macroDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split("-");
  return `${date} ${months[Number(month) - 1]} ${year}`;
}
