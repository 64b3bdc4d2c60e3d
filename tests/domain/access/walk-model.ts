export type Audience = "on-request" | "nda" | "internal";

type ModelGrant = {
  person: number;
  document: number;
  /** The version of the NDA that was frozen into it; null where none was asked. */
  asks: number | null;
  started: boolean;
  ended: "revoked" | "expired" | null;
};

/** The rules of the house in as few lines as they can be said, apart from the SQL that holds them. */
export class Model {
  readonly versions: { material: boolean }[] = [];
  readonly documents: { audience: Audience; withdrawn: boolean }[] = [];
  readonly people: { accepted: Set<number>; disabled: boolean }[] = [];
  readonly grants: ModelGrant[] = [];

  get inForce(): number {
    return this.versions.length;
  }

  /** A byte leaves for this person if and only if this says so. */
  mayOpen(person: number, document: number): boolean {
    const { audience, withdrawn } = this.documents[document]!;
    if (withdrawn || audience === "internal" || this.people[person]!.disabled) return false;
    return this.grants.some(
      (grant) =>
        grant.person === person &&
        grant.document === document &&
        grant.ended === null &&
        grant.started &&
        this.isAccepted(grant),
    );
  }

  approve(person: number, document: number): void {
    const asks = this.documents[document]!.audience === "nda" ? this.inForce : null;
    const started = asks === null || this.people[person]!.accepted.has(asks);
    this.grants.push({ person, document, asks, started, ended: null });
  }

  accept(person: number, version: number): void {
    for (const grant of this.grants) {
      const waits = grant.person === person && grant.ended !== "revoked" && !grant.started;
      if (waits && this.versionToAccept(grant) === version) grant.started = true;
    }
    this.people[person]!.accepted.add(version);
  }

  revoke(person: number, document: number): void {
    for (const grant of this.grants) {
      if (grant.person === person && grant.document === document) grant.ended ??= "revoked";
    }
  }

  private first(grant: ModelGrant): number | null {
    return grant.asks ?? (this.documents[grant.document]!.audience === "nda" ? this.inForce : null);
  }

  private newestMaterial(): number {
    return this.versions.findLastIndex((version) => version.material) + 1;
  }

  private versionToAccept(grant: ModelGrant): number | null {
    const first = this.first(grant);
    return first !== null && this.newestMaterial() > first ? this.inForce : first;
  }

  private isAccepted(grant: ModelGrant): boolean {
    const first = this.first(grant);
    if (first === null) return true;
    const { accepted } = this.people[grant.person]!;
    const material = this.newestMaterial();
    return material > first ? [...accepted].some((version) => version >= material) : accepted.has(first);
  }
}
