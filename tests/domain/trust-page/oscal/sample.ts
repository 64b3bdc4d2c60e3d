/** A component definition of a made-up product, with what such files may hold: several components, parameters, statements. */
export const sampleDefinition = {
  "component-definition": {
    uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d10",
    metadata: {
      title: "Lantern components",
      "last-modified": "2026-05-01T10:00:00Z",
      version: "3",
      "oscal-version": "1.0.4",
    },
    components: [
      {
        uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d11",
        type: "software",
        title: "Lantern server",
        description: "The server.",
        "control-implementations": [
          {
            uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d12",
            source: "https://catalog.example/soc2.json",
            description: "By criterion.",
            "set-parameters": [{ "param-id": "days", values: ["30"] }],
            "implemented-requirements": [
              {
                uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d13",
                "control-id": "cc6.1",
                description: "Sign-in goes through the company’s identity provider. Sessions end after a day.",
                props: [{ name: "implementation-status", value: "implemented" }],
              },
              {
                uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d14",
                "control-id": "ac-2",
                description: "Accounts are reviewed.",
                props: [{ name: "implementation-status", ns: "https://other.example", value: "implemented" }],
                statements: [
                  {
                    "statement-id": "ac-2_smt.a",
                    uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d15",
                    description: "Unused ones are closed after {{ insert: param, days }} days.",
                  },
                ],
              },
              {
                uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d16",
                "control-id": "pe-3",
                description: "There are no buildings.",
                props: [{ name: "implementation-status", value: "not-applicable" }],
              },
            ],
          },
        ],
      },
      {
        uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d17",
        type: "software",
        title: "Lantern app",
        description: "The app.",
        "control-implementations": [
          {
            uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d18",
            source: "https://catalog.example/soc2.json",
            description: "By control.",
            "implemented-requirements": [
              {
                uuid: "0b6c1e9a-52a5-4b8e-9a3a-1f5a0b7c2d19",
                "control-id": "ac-2",
                description: "The app has no accounts of its own yet.",
                props: [{ name: "implementation-status", value: "planned" }],
              },
            ],
          },
        ],
      },
    ],
  },
};
