import { invalidParameter, noFilter, parameterFault, Refused, unknownParameter } from "./errors.ts";

/** What every method takes: https://cloud.google.com/apis/docs/system-parameters. */
const everywhere = "$.xgafv access_token alt callback fields key oauth_token prettyPrint quotaUser uploadType upload_protocol".split(" ");
const mostIds = 50;
const mostResults = 50;
const defaultResults = 5;

export function checkNames(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys()) if (!known.includes(name) && !everywhere.includes(name)) throw unknownParameter(name);
}

/** The parts asked for; they come in one parameter with commas, in several, or both. */
export function partsOf(query: URLSearchParams, known: readonly string[]): ReadonlySet<string> {
  const parts = valuesOf(query, "part").filter((part) => part !== "");
  if (parts.length === 0)
    throw new Refused({
      status: 400,
      message: "Required parameter: part",
      domain: "global",
      reason: "required",
      location: ["part", "parameter"],
    });
  for (const part of parts)
    if (!known.includes(part)) {
      const location = ["part", "parameter"] as const;
      throw new Refused({ status: 400, message: `'${part}'`, domain: "youtube.part", reason: "unknownPart", location });
    }
  return new Set(parts);
}

/** Which one of the filters is given; neither none nor two are answered. */
export function filterOf<Name extends string>(query: URLSearchParams, filters: readonly Name[]): Name {
  const given = filters.filter((name) => query.has(name));
  const [filter, second] = given;
  if (filter === undefined) throw noFilter(filters);
  if (second === undefined) return filter;
  const message = `Incompatible parameters specified in the request: ${given.join(", ")}`;
  throw parameterFault("incompatibleParameters", message, ["parameters.", "other"]);
}

/** Each id once, in the order given. A comma at the end counts as one more. */
export function idsOf(query: URLSearchParams): string[] {
  const ids = valuesOf(query, "id");
  if (ids.length > mostIds)
    throw parameterFault("invalidFilters", "The request specifies an invalid filter parameter.", ["parameters.", "other"]);
  return [...new Set(ids)].filter((id) => id !== "");
}

export function maxResultsOf(query: URLSearchParams): number {
  const text = query.get("maxResults");
  if (text === null) return defaultResults;
  if (!/^\d{1,9}$/.test(text)) throw invalidParameter("maxResults", `Invalid unsigned integer value: '${text}'.`);
  const number = Number(text);
  if (number > mostResults)
    throw invalidParameter("maxResults", `Invalid value '${number}'. Values must be within the range: [0, ${mostResults}]`);
  return number === 0 ? defaultResults : number;
}

/** `mine` and its like are for those who are somebody. */
export function needsOwner(name: string): Refused {
  return new Refused({
    status: 401,
    message: `The request uses the <code>${name}</code> parameter but is not properly authorized.`,
    domain: "youtube.parameter",
    reason: "authorizationRequired",
    location: [name, "parameter"],
  });
}

function valuesOf(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(",").map((one) => one.trim()));
}
