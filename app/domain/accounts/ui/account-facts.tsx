import { Fact, Facts } from "#app/components/facts.tsx";
import { DateText } from "#app/components/time.tsx";

export type AccountFactsProps = {
  domains: string[];
  ownerName: string | null;
  notes: string;
  createdAt: string;
};

export function AccountFacts({ account }: { account: AccountFactsProps }) {
  return (
    <Facts>
      <Fact term="E-mail domains">{account.domains.join(", ") || "None: nobody joins this account by address"}</Fact>
      <Fact term="Owner">{account.ownerName ?? "Nobody"}</Fact>
      <Fact term="Since">
        <DateText date={account.createdAt} />
      </Fact>
      {account.notes && (
        <Fact term="Notes">
          <span className="whitespace-pre-line">{account.notes}</span>
        </Fact>
      )}
    </Facts>
  );
}
