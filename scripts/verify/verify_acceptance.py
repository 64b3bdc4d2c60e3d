"""Checks the evidence of an accepted NDA with Python's standard library alone.

Usage: python3 verify_acceptance.py evidence.json [more.json ...]

It was written from docs/nda-evidence.md, apart from Candor's own verifier, so that neither has to be trusted. One line
a file: "holds" or what does not hold. The exit status is 1 when anything does not hold, 2 when a file cannot be read.
"""

import base64
import hashlib
import json
import os
import re
import sys

EVIDENCE = "candor-evidence-1"
FIRST_SEAL = "candor-acceptance-1"
SECOND_SEAL = "candor-acceptance-2"
AUDIT = "candor-audit-1"
LARGEST_WHOLE = 2**53 - 1

SEALED_FIRST = [
    "id", "ndaVersionId", "ndaSha256", "personId", "companyAccountId", "email", "fullName", "title", "company",
    "authorised", "consentSentence", "buttonLabel", "pageSha256", "events", "provedBy", "ipAddress", "userAgent",
    "sessionHash", "accessRequestId", "acceptedAt",
]  # fmt: skip
SEALED_SECOND = SEALED_FIRST + [
    "language", "pageTemplate", "httpRequestId", "proofEventId", "provedAt", "purpose", "obligationsUntil", "grants",
    "mailId",
]  # fmt: skip
CHAINED = [
    "seq", "id", "at", "action", "actorKind", "actorId", "actorName", "subjectKind", "subjectId", "details",
]  # fmt: skip

KEYS = {
    "evidence": {
        "format", "vendor", "madeAt", "acceptance", "seal", "nda", "pageWords", "audit", "delivery", "files", "digest",
    },
    "acceptance": set(SEALED_SECOND) | {"sealFormat"},
    "nda": {"id", "number", "title", "format", "language", "effectiveFrom", "bytes"},
    "event": {"name", "serverTime", "clientTime"},
    "audit": set(CHAINED) | {"previousHash", "hash"},
    "delivery": {"mailId", "state", "sentAt", "providerId"},
    "file": {"name", "sha256"},
}  # fmt: skip

HASH = re.compile(r"[0-9a-f]{64}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
FILE_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")


class NotEvidence(Exception):
    """The file is not in the format, or not spelt as the format asks."""


def require(condition):
    if not condition:
        raise NotEvidence


def refuse(_):
    raise NotEvidence


def whole(text):
    number = int(text)
    require(abs(number) <= LARGEST_WHOLE)
    return number


def read(raw):
    try:
        text = raw.decode("utf-8")
        evidence = json.loads(text, parse_int=whole, parse_float=refuse, parse_constant=refuse)
        require(spelt(evidence) == raw)
        check_shape(evidence)
        return evidence
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise NotEvidence from problem


def spelt(evidence):
    return (json.dumps(evidence, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def check_shape(evidence):
    has_keys(evidence, "evidence")
    require(evidence["format"] == EVIDENCE)
    acceptance = evidence["acceptance"]
    has_keys(acceptance, "acceptance")
    require(acceptance["sealFormat"] in (FIRST_SEAL, SECOND_SEAL))
    require(acceptance["authorised"] is True)
    require(MOMENT.fullmatch(acceptance["acceptedAt"]))
    for name in ("ndaSha256", "pageSha256"):
        require(HASH.fullmatch(acceptance[name]))
    require(isinstance(acceptance["events"], list) and acceptance["events"])
    for event in acceptance["events"]:
        has_keys(event, "event")
        require(MOMENT.fullmatch(event["serverTime"]))
    has_keys(evidence["nda"], "nda")
    require(evidence["nda"]["format"] in ("markdown", "pdf"))
    require(isinstance(evidence["audit"], list) and evidence["audit"])
    for event in evidence["audit"]:
        has_keys(event, "audit")
        require(re.fullmatch(r"[1-9]\d*", event["seq"]) and isinstance(event["details"], dict))
        require(HASH.fullmatch(event["previousHash"]) and HASH.fullmatch(event["hash"]))
    if evidence["delivery"] is not None:
        has_keys(evidence["delivery"], "delivery")
    for file in evidence["files"]:
        has_keys(file, "file")
        require(FILE_NAME.fullmatch(file["name"]) and HASH.fullmatch(file["sha256"]))
    require(HASH.fullmatch(evidence["seal"]) and HASH.fullmatch(evidence["digest"]))


def has_keys(value, kind):
    require(isinstance(value, dict) and set(value) == KEYS[kind])


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode("utf-8")).hexdigest()


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def chained(fields):
    """SHA-256 over fields, each preceded by its length in bytes and a colon."""
    digest = hashlib.sha256()
    for field in fields:
        data = field.encode("utf-8")
        digest.update(str(len(data)).encode("ascii") + b":" + data)
    return digest.hexdigest()


def field_of(record, name):
    value = record[name]
    if name == "authorised":
        return "authorised" if value else ""
    if name in ("events", "grants", "details"):
        return compact([] if value is None else value)
    return "" if value is None else value


def seal_of(acceptance):
    tag = acceptance["sealFormat"]
    names = SEALED_FIRST if tag == FIRST_SEAL else SEALED_SECOND
    return chained([tag] + [field_of(acceptance, name) for name in names])


def audit_hash(event):
    return chained([AUDIT, event["previousHash"]] + [field_of(event, name) for name in CHAINED])


def nda_bytes(evidence):
    return base64.b64decode(evidence["nda"]["bytes"], validate=True)


def words_hold_the_nda(evidence):
    nda, acceptance, words = evidence["nda"], evidence["acceptance"], evidence["pageWords"]
    pdf = nda["format"] == "pdf"
    shown = "PDF, SHA-256 " + acceptance["ndaSha256"] if pdf else nda_bytes(evidence).decode("utf-8", "replace")
    template = words.split("\n\n", 1)[0]
    start = "\n\n".join([template, nda["title"], f"version {nda['number']}", shown, ""])
    end = "\n\n".join(["", acceptance["consentSentence"], acceptance["buttonLabel"]])
    known = acceptance["pageTemplate"]
    return words.startswith(start) and words.endswith(end) and known in (None, template)


def events_in_order(evidence):
    events, accepted = evidence["acceptance"]["events"], evidence["acceptance"]["acceptedAt"]
    times = [event["serverTime"] for event in events]
    ends = events[0]["name"] == "presented" and events[-1]["name"] == "accepted"
    return ends and times[-1] == accepted and all(time <= accepted for time in times)


def audit_follows(evidence):
    audit = evidence["audit"]
    for before, event in zip(audit, audit[1:]):
        gap = int(event["seq"]) - int(before["seq"])
        if gap < 1 or (gap == 1 and before["hash"] != event["previousHash"]):
            return False
    return True


def trail_has_the_seal(evidence):
    acceptance = evidence["acceptance"]
    for event in evidence["audit"]:
        if event["action"] == "access.nda.accepted" and event["subjectId"] == acceptance["id"]:
            details = event["details"]
            return (
                event["actorId"] == acceptance["personId"]
                and details.get("seal") == evidence["seal"]
                and details.get("ndaSha256") == acceptance["ndaSha256"]
            )
    return False


def trail_has_the_proof(evidence):
    acceptance = evidence["acceptance"]
    if acceptance["sealFormat"] == FIRST_SEAL:
        return True
    for event in evidence["audit"]:
        if event["id"] == acceptance["proofEventId"]:
            return (
                event["action"] == "accounts.prospect.signed-in"
                and event["subjectId"] == acceptance["personId"]
                and event["at"] == acceptance["provedAt"]
                and event["details"].get("provedBy") == acceptance["provedBy"]
                and event["details"].get("sessionSha256") == acceptance["sessionHash"]
            )
    return False


CHECKS = [
    (lambda e: sha256(spelt({**e, "digest": ""})) == e["digest"], "The digest of the file does not hold."),
    (lambda e: seal_of(e["acceptance"]) == e["seal"], "The seal of the acceptance does not hold."),
    (
        lambda e: e["acceptance"]["ndaVersionId"] == e["nda"]["id"],
        "The agreement is another version than the accepted one.",
    ),
    (
        lambda e: sha256(nda_bytes(e)) == e["acceptance"]["ndaSha256"],
        "The bytes of the agreement are not those that were accepted.",
    ),
    (
        lambda e: sha256(e["pageWords"]) == e["acceptance"]["pageSha256"],
        "The words of the page are not those that were shown.",
    ),
    (words_hold_the_nda, "The words of the page do not hold the agreement."),
    (events_in_order, "What led to the acceptance is not in order."),
    (lambda e: all(audit_hash(event) == event["hash"] for event in e["audit"]), "An audit event does not have its hash."),
    (audit_follows, "The audit events do not follow one another."),
    (trail_has_the_seal, "The audit trail does not have this seal."),
    (trail_has_the_proof, "The audit trail does not have the sign-in that this rests on."),
]


def problems_of(raw, folder):
    try:
        evidence = read(raw)
        problems = [problem for holds, problem in CHECKS if not holds(evidence)]
    except (NotEvidence, ValueError, TypeError, AttributeError):
        return ["This is not evidence in the format that Candor writes."]
    for file in evidence["files"]:
        place = os.path.join(folder, file["name"])
        if os.path.isfile(place):
            with open(place, "rb") as beside:
                if sha256(beside.read()) != file["sha256"]:
                    problems.append(f"{file['name']} is not the file of this evidence.")
    return problems


def main(paths):
    if not paths:
        print(__doc__.strip().splitlines()[2], file=sys.stderr)
        return 2
    status = 0
    for path in paths:
        try:
            with open(path, "rb") as file:
                raw = file.read()
        except OSError as problem:
            print(f"{path}: {problem.strerror}", file=sys.stderr)
            return 2
        problems = problems_of(raw, os.path.dirname(path))
        print(f"{path}: {'holds' if not problems else ' '.join(problems)}")
        status = status or (1 if problems else 0)
    return status


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
