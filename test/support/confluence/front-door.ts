import type { IncomingHttpHeaders } from "node:http";
import { mediaAnswer } from "./cloud/downloads.ts";
import { cloudAnswer, cloudRoutes } from "./cloud/routes.ts";
import { type Asked, type Given, html, json } from "./http/exchange.ts";
import type { Site } from "./site.ts";

/** Which interface a path belongs to, for the whole host. `refusal` says why a caller is turned away from what needs a login. */
export function frontDoor(site: Site, refusal: (headers: IncomingHttpHeaders) => Given | null): (asked: Asked) => Given {
  return cloudDoor(site, refusal);
}

function cloudDoor(site: Site, refusal: (headers: IncomingHttpHeaders) => Given | null): (asked: Asked) => Given {
  const routes = cloudRoutes(site);
  const gateway = `/ex/confluence/${site.cloudId}`;
  return (asked) => {
    if (asked.path === "/_edge/tenant_info") return json({ cloudId: site.cloudId });
    if (asked.path.startsWith("/media/")) return mediaAnswer(site, asked);
    const path = asked.path.startsWith(`${gateway}/`) ? asked.path.slice(gateway.length) : asked.path;
    if (!path.startsWith(`${site.context}/`)) return html("<html><body>Not Found</body></html>", 404);
    return refusal(asked.headers) ?? cloudAnswer(routes, { ...asked, path: path.slice(site.context.length) });
  };
}
