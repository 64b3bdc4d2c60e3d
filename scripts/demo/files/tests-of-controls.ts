/** What the auditor of the demo company did to test each control. */
export const testsOfControls: Record<string, string> = {
  "GV-01":
    "For 20 new starters and 25 others, inspected the signed code and compared its date with the first day of access.",
  "GV-02": "Inspected minutes of all 4 meetings and the register of members' interests.",
  "GV-03":
    "Inspected role descriptions of 10 people and the chart; asked the Head of Security about a release that was stopped.",
  "GV-04": "Inspected all 14 policies for owner, approval and date of review; observed that staff can open them.",
  "GV-05": "Inspected the register and both half-yearly reviews; traced 5 promises to their measures.",
  "GV-06":
    "Inspected the test schedule and results for 20 controls; compared testers with operators; traced 6 deficiencies to their end.",
  "GV-07": "Inspected the map of risks, controls and criteria and the record of its yearly review.",
  "HR-01": "For 20 of 24 new starters, inspected the record of checks and compared its date with the first day.",
  "HR-02": "For 20 new starters and 40 others, inspected training records against the time allowed.",
  "CO-01": "Compared the description with 3 releases that changed it; inspected notices to customers.",
  "CO-02": "Sent a test report from outside; inspected 9 reports received and the time to the first reply.",
  "CO-03":
    "Inspected nightly runs for 25 days and 4 quarterly confirmations; traced 10 systems from the cloud account to the inventory.",
  "RM-01": "Inspected the yearly assessment and 4 quarterly reviews; traced 8 risks to their treatment.",
  "RM-02": "Inspected the fraud part of the assessment; asked the Chief Financial Officer about the scenarios.",
  "RM-03": "For all 5 changes that met the definition, inspected the review and compared its date with the go-ahead.",
  "VN-01": "For 8 of 31 new vendors, inspected the assessment, the terms and the date of first access to data.",
  "VN-02":
    "For all 9 vendors of the first tier, inspected the review, the report read and the follow-up of exceptions.",
  "VN-03": "For the 1 addition in the period, compared the date of notice with the date of first use.",
  "DA-01":
    "Inspected the policy and the class of 25 entries in the inventory; observed the mail filter stop a test message.",
  "DA-02":
    "Inspected deletion logs for 25 nights; for all 4 ended contracts, inspected the record of deletion against the time allowed.",
  "AC-01":
    "Inspected the configuration of the identity provider; tried to sign in with a password alone; matched 40 people with their keys.",
  "AC-02": "For 25 grants beyond a role, inspected the ticket, both approvals and the date of effect.",
  "AC-03":
    "For 25 of 29 leavers, contractors included, compared the end of the last working day with the removal in each system.",
  "AC-04":
    "Inspected reviews of all 4 quarters for 12 systems; traced 20 rights that were not confirmed to their removal.",
  "AC-05":
    "For 40 sessions, inspected the task, the approval, the length and the recording; inspected the list of standing rights.",
  "AC-06": "Inspected the policies in the database; ran the crossing tests again; inspected results of 25 builds.",
  "AC-07": "Observed sign-in by SAML and by local account; tried a leaked and a short password.",
  "AC-08":
    "Inspected the vault's settings and the age of all long-lived credentials; searched 3 repositories for secrets.",
  "EN-01":
    "Inspected the encryption setting of all databases, buckets and queues by query; inspected data keys of 10 customers.",
  "EN-02": "Scanned all outside endpoints for versions and ciphers; tried to connect without a client certificate.",
  "EN-03": "Inspected key policies, the rotation record of all master keys, and logs of use for 10 days.",
  "PH-01": "Visited both offices; inspected visitor registers for 10 days and badges of 10 leavers.",
  "PH-02": "Inspected the yearly review of the provider's report and the follow-up of its exceptions.",
  "EP-01":
    "Inspected the state of all laptops in the management system; observed that USB storage is not mounted on 3.",
  "EP-02": "For all 14 laptops disposed of, inspected the record of erasure and destruction.",
  "NW-01": "Inspected network rules by query; compared them with the code; inspected drift checks for 25 days.",
  "NW-02": "Inspected firewall mode and rules; scanned for open management ports from outside.",
  "OP-01": "Inspected sources, retention lock and rights of the log store; traced 20 events from 5 systems to it.",
  "OP-02":
    "For all 19 alerts of severity 1, compared the time of the alert with the time of pick-up; inspected 12 monthly rule tests.",
  "OP-03": "Inspected 10 weekly image builds; changed a setting in a test and observed the alert after 22 minutes.",
  "OP-04": "Inspected 12 monthly forecasts and 4 load tests; inspected scaling settings.",
  "VM-01": "Inspected scan settings and results for 25 days and 12 weeks.",
  "VM-02": "For 40 high, 6 critical and 30 medium findings, compared the day known with the day fixed.",
  "VM-03": "Inspected the report of the test, the tester's contract and the retest.",
  "SD-01": "Inspected branch rules; for 40 changes, compared author and approver; tried to merge without approval.",
  "SD-02":
    "Inspected pipeline settings; for 40 changes, inspected results of all checks; submitted a change with a false secret.",
  "SD-03":
    "Inspected account structure and network routes; inspected the policy that blocks copies; searched the test data for customers' ids.",
  "SD-04":
    "For 25 releases, inspected the stages and results; for all 7 emergency changes, inspected the later review; inspected who may deploy.",
  "IR-01":
    "Inspected the plan and its review; inspected on-call rosters for 12 weeks; asked 3 incident leads about their duties.",
  "IR-02": "Inspected reports of both exercises and the state of the 11 measures that came of them.",
  "IR-03": "For the 1 incident that touched customers, compared the times of confirmation, notice and report.",
  "IR-04": "For all 3 incidents of severity 1 or 2, inspected the review and the follow-up.",
  "BC-01": "Inspected the plan, the impact analysis and the record of the table exercise.",
  "BC-02":
    "Inspected replication delay for 25 days, restore settings of all databases and the lock on the second copy.",
  "BC-03": "Inspected results of restore tests for 12 months for 9 databases.",
  "BC-04": "Inspected reports of both exercises; compared measured times with the aims.",
};
