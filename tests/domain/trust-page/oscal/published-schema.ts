import { z } from "zod";

/**
 * The parts of OSCAL's JSON Schema for component definitions (1.1.2) that we write, as we read them there: which members
 * there are, which are needed, no others, no empty lists, and what texts may look like.
 */
const uuid = z
  .string()
  .regex(/^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$/);
const string = z.string().regex(/^\S(.*\S)?$/);
const token = z.string().regex(/^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$/u);
const uri = z.string().regex(/^[a-zA-Z][a-zA-Z0-9+\-.]+:.+$/);
const line = z.string().regex(/^[^\n]+$/);
const lines = z.string();
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1);

const props = listOf(z.strictObject({ name: token, ns: uri.optional(), value: string })).optional();
const links = listOf(z.strictObject({ href: string, rel: token.optional() })).optional();

const requirement = z.strictObject({ uuid, "control-id": token, description: lines, props, links });

const implementation = z.strictObject({
  uuid,
  source: string,
  description: lines,
  "implemented-requirements": listOf(requirement),
});

const component = z.strictObject({
  uuid,
  type: string,
  title: line,
  description: lines,
  "control-implementations": listOf(implementation).optional(),
});

const metadata = z.strictObject({
  title: line,
  "last-modified": z.iso.datetime(),
  version: string,
  "oscal-version": string,
  links,
  parties: listOf(z.strictObject({ uuid, type: z.enum(["person", "organization"]), name: string, links })),
  remarks: lines,
});

const rlink = z.strictObject({ href: string, "media-type": string });
const resource = z.strictObject({ uuid, title: line, description: lines, rlinks: listOf(rlink) });

export const oscalDefinition = z.strictObject({
  "component-definition": z.strictObject({
    uuid,
    metadata,
    components: listOf(component),
    "back-matter": z.strictObject({ resources: listOf(resource) }),
  }),
});
