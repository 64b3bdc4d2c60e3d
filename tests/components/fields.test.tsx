import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { FileDrop } from "#app/components/file-drop.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";

const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];

describe("a field", () => {
  it.each([
    [
      "TextField",
      render(<TextField label="Your title" name="title" hint="As on a card" errors={["Enter your title"]} />),
    ],
    [
      "TextArea",
      render(<TextArea label="Your title" name="title" hint="As on a card" errors={["Enter your title"]} />),
    ],
    [
      "SelectField",
      render(
        <SelectField
          label="Your title"
          name="title"
          hint="As on a card"
          errors={["Enter your title"]}
          options={options}
        />,
      ),
    ],
    [
      "CheckboxField",
      render(<CheckboxField label="Your title" name="title" hint="As on a card" errors={["Enter your title"]} />),
    ],
    [
      "FileDrop",
      render(<FileDrop label="Your title" name="title" hint="As on a card" errors={["Enter your title"]} />),
    ],
  ])("ties its label, its errors and its hint to the control (%s)", (_, html) => {
    expect(html).toContain("<label ");
    expect(html).toContain('for="title"');
    expect(html).toMatch(/<(input|select|textarea)[^>]* id="title"/);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="title-error title-hint"');
    expect(html).toMatch(/id="title-error".*Enter your title/);
    expect(html).toMatch(/id="title-hint">As on a card/);
  });

  it("says nothing of errors when there are none", () => {
    const html = render(<TextField label="Your title" name="title" errors={[]} />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby|title-error/);
  });

  it("takes an id where its name occurs twice", () => {
    const html = render(<TextField label="E-mail" name="email" id="invite-email" />);
    expect(html).toContain('for="invite-email"');
    expect(html).toContain('name="email"');
  });

  it("says which ones are optional", () => {
    expect(render(<TextArea label="Why" name="why" optional />)).toContain("(optional)");
  });
});

describe("a group of choices", () => {
  it("ticks what is so, and gives the first box the id that an error summary links to", () => {
    const html = render(<CheckboxGroup label="Products" name="products" options={options} defaultValue={["b"]} />);
    expect(html).toContain("<legend");
    expect(html).toMatch(/id="products" name="products" value="a"\/>/);
    expect(html).toContain('id="products-b" name="products" checked="" value="b"');
  });

  it("names its errors for the whole group", () => {
    const html = render(<RadioGroup label="NDA" name="nda" options={options} errors={["Choose one"]} />);
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="nda-error"/);
    expect(html).toMatch(/id="nda-error".*Choose one/);
  });
});

describe("the error summary", () => {
  it("links each complaint to its field, and says the form's own plainly", () => {
    const html = render(
      <FormErrors errors={{ title: ["Enter your title"], form: ["This link has run out"], name: [] }} />,
    );
    expect(html).toContain('role="alert"');
    expect(html).toContain('<a href="#title">Enter your title</a>');
    expect(html).toContain("<li>This link has run out</li>");
    expect(html).toContain("2 things to put right");
  });

  it("follows ids that are not the names", () => {
    const html = render(<FormErrors errors={{ email: ["Enter an address"] }} ids={{ email: "invite-email" }} />);
    expect(html).toContain('href="#invite-email"');
  });

  it("is not there when nothing is wrong", () => {
    expect(render(<FormErrors errors={{ title: [] }} />)).toBe("");
    expect(render(<FormErrors />)).toBe("");
  });
});
