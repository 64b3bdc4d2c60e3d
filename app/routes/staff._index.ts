import { redirect } from "@remix-run/node";
import { forStaff } from "#app/http/policy.server.ts";

export const loader = forStaff("any", async () => redirect("/staff/requests"));
