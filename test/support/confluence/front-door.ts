import type { IncomingHttpHeaders } from "node:http";
import { type Asked, answerOf, type Given, html, json, plain } from "../http/exchange.ts";
import { mediaAnswer } from "./cloud/downloads.ts";
import { cloudAnswer, cloudRoutes } from "./cloud/routes.ts";
import { loginPage } from "./http/access.ts";
import { serverRoutes } from "./server/routes.ts";
import type { Site } from "./site.ts";
import { missingPage } from "./web/page.ts";
import { webRoutes } from "./web/routes.ts";

type Door = (asked: Asked) => Given;
/** Why a caller is turned away from what needs a login, or null. */
type Guard = (headers: IncomingHttpHeaders) => Given | null;

/** Which interface a path belongs to, for the whole host. */
export function frontDoor(site: Site, guard: Guard): Door {
  return site.flavour === "cloud" ? cloudDoor(site, guard) : serverDoor(site, guard);
}

function cloudDoor(site: Site, guard: Guard): Door {
  const routes = cloudRoutes(site);
  const gateway = `/ex/confluence/${site.cloudId}`;
  return (asked) => {
    if (asked.path === "/_edge/tenant_info") return json({ cloudId: site.cloudId });
    if (asked.path.startsWith("/media/")) return mediaAnswer(site, asked);
    const path = asked.path.startsWith(`${gateway}/`) ? asked.path.slice(gateway.length) : asked.path;
    if (!path.startsWith(`${site.context}/`)) return nothingThere();
    return guard(asked.headers) ?? cloudAnswer(routes, { ...asked, path: path.slice(site.context.length) });
  };
}

/** REST, and the pages for readers. On `web` the pages alone are public; where a login is required, it is for both. */
function serverDoor(site: Site, guard: Guard): Door {
  const [rest, pages] = [serverRoutes(site), webRoutes(site)];
  return (asked) => {
    if (asked.path === "/robots.txt") return plain(site.quirks.robots ?? "User-agent: *\nDisallow: /admin/\nDisallow: /login.action\n");
    if (!asked.path.startsWith(`${site.context}/`)) return nothingThere();
    const below = { ...asked, path: asked.path.slice(site.context.length) };
    if (below.path === "/login.action") return loginPage();
    const refused = guard(asked.headers);
    if (!below.path.startsWith("/rest/") && refused?.status === 401) return loginPage();
    if (!below.path.startsWith("/rest/")) return answerOf(pages, below) ?? missingPage(site);
    return site.flavour === "web" ? closedRest(site) : (refused ?? answerOf(rest, below) ?? nothingThere());
  };
}

function closedRest(site: Site): Given {
  switch (site.quirks.restAnswer) {
    case "404":
      return missingPage(site);
    case "login":
      return loginPage();
    default:
      return json({ statusCode: 403, message: "You are not permitted to use Confluence remotely" }, 403);
  }
}

function nothingThere(): Given {
  return html("<!DOCTYPE html>\n<html><head><title>Not Found</title></head><body>Not Found</body></html>", 404);
}
