import { z } from "zod";
import { emailField } from "#app/domain/accounts/email-address.ts";
import { updateTopics } from "#app/domain/trust-page/updates.ts";
import { complaints } from "#app/messages/en/complaints.ts";

const topicsField = z
  .array(z.enum(updateTopics, complaints.chooseListedTopic), complaints.chooseTopic)
  .min(1, complaints.chooseTopic)
  .transform((topics) => updateTopics.filter((topic) => topics.includes(topic)));

const secret = z.string().trim().min(1).max(200);

export const subscribeForm = z.strictObject({ email: emailField, topics: topicsField });
export const confirmationForm = z.strictObject({ token: secret });
export const topicsForm = z.strictObject({ key: secret, topics: topicsField });
