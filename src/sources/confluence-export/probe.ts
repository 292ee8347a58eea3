import type { ExportSourceConfig } from "../../config/index.ts";
import type { Probe } from "../types.ts";
import { confluenceExport } from "./index.ts";

/**
 * Looks into the export as far as its list of pages.
 * @throws InputError as a run would
 */
export async function probeExport(config: ExportSourceConfig): Promise<Probe> {
  const source = confluenceExport(config, (text) => ({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } }));
  try {
    const { space, others = [], count, asOf } = await source.open();
    const spaces = [...(space === null ? [] : [space]), ...others].map(({ key }) => key);
    return {
      found: `export of ${spaces.join(", ")}, ${count} files${asOf === null ? "" : `, made on ${asOf}`}`,
      troubles: [],
      clockAheadMs: null,
    };
  } finally {
    await source.close();
  }
}
