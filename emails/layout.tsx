import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";
import type { ReactNode } from "react";

const sans = '"IBM Plex Sans", system-ui, -apple-system, "Segoe UI", Arial, sans-serif';

export const text = { fontFamily: sans, fontSize: "16px", lineHeight: "24px", color: "#161f26", margin: "0 0 16px" };
const small = { ...text, fontSize: "13px", lineHeight: "19px", color: "#454f56" };

export function MailLayout(props: {
  company: string;
  preview: string;
  title: string;
  action?: { label: string; link: string };
  /** Why the mail came, where it is not for a request. */
  why?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{props.preview}</Preview>
      <Body style={{ backgroundColor: "#ffffff", margin: 0, padding: "24px 0" }}>
        <Container style={{ maxWidth: "560px", padding: "0 24px" }}>
          <Text style={{ ...small, margin: "0 0 24px" }}>{props.company}, trust center</Text>
          <Heading as="h1" style={{ ...text, fontSize: "22px", lineHeight: "28px", fontWeight: 600 }}>
            {props.title}
          </Heading>
          {props.children}
          {props.action && (
            <Button href={props.action.link} style={button}>
              {props.action.label}
            </Button>
          )}
          <Hr style={{ borderColor: "#d7dee0", margin: "32px 0 16px" }} />
          <Text style={small}>
            {props.why ??
              "You get this mail because of a request at our trust center. Reply to reach our security team."}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const button = {
  backgroundColor: "#005571",
  color: "#ffffff",
  fontFamily: sans,
  fontSize: "16px",
  fontWeight: 500,
  borderRadius: "3px",
  padding: "11px 18px",
  textDecoration: "none",
  display: "inline-block",
  margin: "8px 0 16px",
};

export const P = ({ children }: { children: ReactNode }) => <Text style={text}>{children}</Text>;

export function Code({ children }: { children: ReactNode }) {
  return (
    <Text
      style={{
        ...text,
        fontFamily: '"IBM Plex Mono", ui-monospace, Menlo, Consolas, monospace',
        fontSize: "28px",
        lineHeight: "36px",
        letterSpacing: "2px",
        backgroundColor: "#f3f7f7",
        padding: "12px 16px",
      }}
    >
      {children}
    </Text>
  );
}

export const List = ({ items }: { items: string[] }) => (
  <>
    {items.map((item) => (
      <Text key={item} style={{ ...text, margin: "0 0 6px", paddingLeft: "16px" }}>
        – {item}
      </Text>
    ))}
  </>
);
