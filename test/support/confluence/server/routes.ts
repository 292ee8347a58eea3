import { type Asked, type Given, json, type Route } from "../../http/exchange.ts";
import { callerOf } from "../http/access.ts";
import type { Site } from "../site.ts";
import type { User } from "../state/types.ts";
import { pageOf } from "../v1/paging.ts";
import { foundBy } from "../v1/search.ts";
import { expandsOf, spaceV1, userV1 } from "../v1/shapes.ts";
import { contentRoutes, notFound } from "./contents.ts";

/** REST of Data Center and Server, below the context path. */
export function serverRoutes(site: Site): readonly Route[] {
  return [
    ["GET", /^\/rest\/api\/space$/, (asked) => spaces(site, asked)],
    ["GET", /^\/rest\/api\/space\/([^/]+)$/, (asked, key = "") => oneSpace(site, asked, key)],
    ["GET", /^\/rest\/api\/content\/search$/, (asked) => pageOf(site, asked, foundBy(site, asked), ({ shape }, expands) => shape(expands))],
    ...contentRoutes(site),
    ["GET", /^\/rest\/api\/user\/current$/, (asked) => currentUser(site, asked)],
    ["GET", /^\/rest\/api\/user$/, (asked) => oneUser(site, asked)],
    ["GET", /^\/rest\/api\/server-information$/, () => serverInformation(site)],
  ];
}

function spaces(site: Site, asked: Asked): Given {
  const keys = asked.query.getAll("spaceKey");
  const found = [...site.wiki.spaces.values()].filter(({ key }) => keys.length === 0 || keys.includes(key));
  return pageOf(site, asked, found, (space, expands) => spaceV1(site, space, expands));
}

function oneSpace(site: Site, asked: Asked, key: string): Given {
  const space = site.wiki.spaces.get(key);
  if (!space) throw notFound(`No space found with key : ${key}`);
  return json(spaceV1(site, space, expandsOf(asked.query.get("expand"))));
}

function currentUser(site: Site, asked: Asked): Given {
  if (callerOf(asked.headers) === "anonymous")
    return json({ type: "anonymous", displayName: "Anonymous", profilePicture: { path: "/images/icons/profilepics/anonymous.svg" } });
  return json(userV1(site, site.wiki.users.values().next().value));
}

/** By key or by the name to log in with; who is deactivated is still told of, who is deleted is not. */
function oneUser(site: Site, asked: Asked): Given {
  const [key, username] = [asked.query.get("key"), asked.query.get("username")];
  const isAsked = (user: User): boolean => user.userKey === key || user.username === username;
  const user = [...site.wiki.users.values()].find(isAsked);
  if (!user || user.state === "deleted") throw notFound(`No user found with ${key === null ? `username : ${username}` : `key : ${key}`}`);
  return json(userV1(site, user));
}

function serverInformation(site: Site): Given {
  if (!site.quirks.hasServerInformation) throw notFound("null for uri: /rest/api/server-information");
  return json({ version: "9.2.4", buildNumber: "9115", baseUrl: `${site.origin}${site.context}` });
}
