import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listCompanyAccounts } from "#app/domain/accounts/company-accounts.server.ts";
import { AccountTable } from "#app/domain/accounts/ui/account-table.tsx";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Company accounts" }];

export const loader = forStaff("any", async ({ db }) => ({ accounts: await listCompanyAccounts(db) }));

export default function Accounts() {
  const { accounts } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader title="Company accounts" meta={countOf(accounts.length, "account")}>
        <ButtonLink variant="primary" size="small" icon={Plus} to="/staff/accounts/new">
          Add an account
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        {accounts.length > 0 ? (
          <AccountTable accounts={accounts} />
        ) : (
          <EmptyState title="No company account yet">
            <p>One appears when a prospect proves a work address. Add one before that to make a share link for it.</p>
          </EmptyState>
        )}
      </StaffBody>
    </>
  );
}
