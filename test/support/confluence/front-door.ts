import type { IncomingHttpHeaders } from "node:http";
import { mediaAnswer } from "./cloud/downloads.ts";
import { cloudAnswer, cloudRoutes } from "./cloud/routes.ts";
import { type Asked, answerOf, type Given, html, json } from "./http/exchange.ts";
import { serverRoutes } from "./server/routes.ts";
import type { Site } from "./site.ts";

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

function serverDoor(site: Site, guard: Guard): Door {
  const rest = serverRoutes(site);
  return (asked) => {
    if (!asked.path.startsWith(`${site.context}/`)) return nothingThere();
    return guard(asked.headers) ?? answerOf(rest, { ...asked, path: asked.path.slice(site.context.length) }) ?? nothingThere();
  };
}

function nothingThere(): Given {
  return html("<!DOCTYPE html>\n<html><head><title>Not Found</title></head><body>Not Found</body></html>", 404);
}
