import { z } from "zod";
import { emailField } from "./email-address.ts";
import { staffRoles } from "./people.ts";

const nameField = z
  .string()
  .trim()
  .min(2, "Enter the name, for example Ana Duarte")
  .max(120, "Enter at most 120 characters");

export const staffSignInForm = z.strictObject({
  email: emailField,
  password: z.string().min(1, "Enter your password").max(256, "Enter your password"),
  next: z.string().optional(),
});

export const inviteForm = z.strictObject({
  email: emailField,
  name: nameField,
  role: z.enum(staffRoles, "Choose a role"),
});

export const roleForm = z.strictObject({ role: z.enum(staffRoles, "Choose a role") });

export const setUpNameForm = { name: nameField, email: emailField };

/** Who can look after an account: staff who can sign in, and whoever does so now. */
export const ownersAmong = (
  staff: { id: string; name: string; disabledAt: Date | null }[],
  ownerId: string | null,
): { id: string; name: string }[] =>
  staff.filter((one) => !one.disabledAt || one.id === ownerId).map(({ id, name }) => ({ id, name }));
