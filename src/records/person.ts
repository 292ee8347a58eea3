import { z } from "zod";
import { edtf, recordId, tail } from "./fields.ts";
import { roles } from "./group.ts";

export const personRecord = z.strictObject({
  kind: z.literal("person"),
  id: recordId,
  name: z.string().min(1),
  aliases: z.array(z.string()),
  accountIds: z.array(z.string()),
  /** Derived from the groups' terms. */
  roles: z.array(z.strictObject({ group: recordId, role: z.enum(roles), start: edtf.nullable(), end: edtf.nullable() })),
  ...tail,
});
export type PersonRecord = z.infer<typeof personRecord>;
