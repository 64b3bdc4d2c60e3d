import { addDays, shortDate, workday } from "./dates.ts";
import { failoverExercises, penetrationTest } from "./documents.ts";
import { currentReport, previousReport } from "./reports.ts";
import type { DemoUpdate } from "./shapes.ts";
import { subprocessors } from "./subprocessors.ts";

export function updates(today: Date): DemoUpdate[] {
  const report = currentReport(today);
  const before = previousReport(today);
  const test = penetrationTest(today);
  const oriel = subprocessors(today).find((subprocessor) => subprocessor.key === "oriel")!;
  const [relay, almanac] = failoverExercises(today);
  const advisoryOn = workday(today, -66);

  return [
    {
      topic: "subprocessors",
      title: `Oriel Search GmbH planned from ${shortDate(oriel.addedOn!)}`,
      body: `Oriel would run the search index of Almanac in Frankfurt, in place of servers that we run ourselves. It would see meter point ids, site names and addresses. Relay is not affected. Customers may object until ${shortDate(oriel.objectUntil!)}.`,
      publishedOn: oriel.announcedOn!,
    },
    {
      topic: "compliance",
      title: "SOC 2 Type II report issued: unqualified opinion, 2 exceptions",
      body: `${report.auditor} issued its report for ${shortDate(report.periodStart!)} – ${shortDate(report.periodEnd!)}. The 2 exceptions concern removal of access and time to fix; both have our response in the report. The qualification of the report before (${shortDate(before.periodStart!)} – ${shortDate(before.periodEnd!)}) on access reviews is resolved.`,
      publishedOn: report.issuedOn!,
    },
    {
      topic: "vulnerabilities",
      title: "Flaw in a compression library: patched within 31 hours",
      body: `A library that Relay uses to unpack message files could be made to use too much memory. We found no sign of use against us. Relay was patched on ${shortDate(addDays(advisoryOn, 1))}; Almanac does not use the library. Customers need to do nothing.`,
      publishedOn: addDays(advisoryOn, 1),
    },
    {
      topic: "compliance",
      title: "Penetration test: all findings of high and medium severity fixed",
      body: `${test.firm} has finished its retest. 11 findings: 9 fixed, 2 of low severity accepted with a reason. The summary is available under NDA.`,
      publishedOn: test.retestedOn,
    },
    {
      topic: "general",
      title: "Failover exercise passed for both products",
      body: `On ${shortDate(relay!.on)} we ran production from Frankfurt for ${relay!.hours} hours. Relay was back after ${relay!.recoveryMinutes} minutes and Almanac after ${almanac!.recoveryMinutes}; the aims are 4 and 8 hours.`,
      publishedOn: addDays(relay!.on, 3),
    },
    {
      topic: "incidents",
      title: "Delayed delivery reports in Relay, review published",
      body: "For 2 hours and 10 minutes delivery reports of 14 customers arrived late. No message was lost and no data was seen by anyone else. A queue had been sized for a normal day and met a settlement day. The capacity forecast now reads the settlement calendar.",
      publishedOn: workday(today, -187),
    },
  ];
}
