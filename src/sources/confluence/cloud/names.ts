import { SourceError } from "../../../errors.ts";
import type { HttpClient } from "../../../http/client.ts";
import { withoutAccountState } from "../../../pages/accounts.ts";
import { usersAnswer } from "./schema.ts";

const namesAtOnce = 100;

/** Names by account id, many to a request, with the mark that pages show of accounts that are gone: this list leaves it to a field of its own. */
export async function namesOf(http: HttpClient, v2: string, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parts = Array.from({ length: Math.ceil(accounts.length / namesAtOnce) }, (_, index) =>
    accounts.slice(index * namesAtOnce, (index + 1) * namesAtOnce),
  );
  const names = new Map<string, string>();
  for (const { value } of await Promise.all(parts.map((accountIds) => http.postJson(`${v2}/users-bulk`, { accountIds })))) {
    const answer = usersAnswer.safeParse(value);
    if (!answer.success) throw new SourceError("broken", `${v2}/users-bulk gave no list of users: try again later`, {});
    for (const user of answer.data.results) {
      const name = user.displayName || user.publicName;
      const isActive = (user.accountStatus ?? "active") === "active";
      if (name) names.set(user.accountId, isActive ? name : `${withoutAccountState(name)} (Deactivated)`);
    }
  }
  return names;
}
