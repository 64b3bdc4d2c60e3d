import { PageLink } from "#app/components/page-link.tsx";

export interface Brand {
  name: string;
  logoUrl?: string | null;
  logoDarkUrl?: string | null;
  /** Of the operator's own choice, at the foot of every page. */
  footerLinks?: { label: string; href: string }[];
}

/** The operator's logo, or the initial on the action colour. The name always stands beside it. */
export function BrandMark({ name, logoUrl, logoDarkUrl }: Brand) {
  if (logoUrl) {
    return (
      <picture>
        {logoDarkUrl && <source srcSet={logoDarkUrl} media="(prefers-color-scheme: dark)" />}
        <img className="brand-mark" src={logoUrl} alt="" height={26} />
      </picture>
    );
  }
  return (
    <svg className="brand-mark brand-initial" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <rect width="26" height="26" rx="3" />
      <text x="13" y="18.4">
        {[...name.trim()][0]?.toLocaleUpperCase("en") ?? ""}
      </text>
    </svg>
  );
}

export function BrandLink({ brand, place, to = "/" }: { brand: Brand; place?: string; to?: string }) {
  return (
    <PageLink className="brand" to={to}>
      <BrandMark {...brand} />
      <span className="brand-name">{brand.name}</span>
      {place && <span className="brand-place">{place}</span>}
    </PageLink>
  );
}
