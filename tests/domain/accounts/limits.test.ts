import { describe, expect, it } from "vitest";
import { ensureWithinAddressLimit } from "#app/domain/accounts/limits.server.ts";
import { db } from "#db/client.server.ts";

const two = { name: "test", most: 2, perSeconds: 3600 };
const from = (ipAddress: string) => ensureWithinAddressLimit(db, two, { ipAddress, userAgent: "" });
const refused = { name: "TooMany" };

describe("A limit by network address", () => {
  it("counts each IPv4 address by itself, however it is written", async () => {
    await from("203.0.113.1");
    await from("::ffff:203.0.113.1");
    await expect(from("203.0.113.1")).rejects.toMatchObject(refused);
    await from("203.0.113.2");
  });

  it.each([
    ["2001:db8:1:2:a::1", "2001:db8:1:2:b:c:d:e"],
    ["2001:db8::1", "2001:db8::ffff:2"],
    ["2001:db8::a:b:c:d", "2001:db8:0:0:1:2:3:4"],
  ])("counts an IPv6 /64 as one: %s and %s", async (one, other) => {
    await from(one);
    await from(other);
    await expect(from(one)).rejects.toMatchObject(refused);
    await from("2001:db8:ffff::1");
  });

  it("leaves the machine itself alone", async () => {
    for (const own of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) for (let hit = 0; hit < 4; hit++) await from(own);
  });
});
