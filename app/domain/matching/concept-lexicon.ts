/**
 * Security concepts, one a line: the name that people read, then other ways to say it. Lower-case phrases also match
 * their inflections ("restore", "restored"); phrases in capitals match as they stand, in any case. The lists are our own.
 */
export const securityConcepts = `
# Identity and access
multi-factor authentication | MFA | 2FA | multifactor | two-factor | two-step verification | second factor | strong authentication | one-time password | OTP | TOTP | authenticator app | security key | passkey | FIDO2
single sign-on | SSO | SAML | SAML2 | OIDC | openid connect | federated login | federated identity | identity federation | identity provider | IDP | ADFS | entra id | azure ad | CAS
role-based access | RBAC | ABAC | PBAC | role based | roles and permissions | permission level | access level | level of access | user role | granular permission | attribute based
least privilege | minimum necessary | need-to-know | need to know | business need | only the access
separation of duties | segregation of duties | SOD | segregate duties | separate duties | conflicting duties
access review | recertification | recertify | access certification | entitlement review | review of access | review access | user entitlement | review of user | revalidate
access removal | deprovision | de-provision | offboard | off-boarding | revoke access | remove access | access revocation | terminate access | leaver | terminated employee | departing employee | access termination | timely removal | disable account
access provisioning | provisioning | onboarding | joiner | new hire | grant access | access request | access authorization | access approval
privileged access | PAM | privileged account | privileged user | administrative account | admin account | administrator access | administrative access | root access | superuser | admin | elevated privilege | administrative privilege
just-in-time access | just in time | time-boxed | time-bound | temporary elevation | limited period
unique accounts | unique id | unique user | individual account | individual login | shared account | generic account | uniquely identify
password | passphrase | passcode | password policy | credential
password complexity | password strength | minimum length | password length | password history | password age | password requirement
password hashing | hashed | salted | BCRYPT | ARGON2 | plaintext | plain text | clear text | cleartext | human-readable
hard-coded secrets | hard-coded | hardcoded | embedded credential | secrets management | secrets manager
account lockout | lock out | lockout | failed login | failed log in | failed attempt | brute force | login attempt
session timeout | idle timeout | inactivity | idle session | auto logoff | automatic logoff | log out | logoff | session lock
screen lock | lock screen | screensaver | automatic lock
directory integration | LDAP | active directory | SCIM | directory service | user directory
remote access | VPN | remote connection | remote management | bastion | jump host | remote support | remotely access
# Cryptography
encryption at rest | at rest | disk encryption | storage encryption | stored data encryption | TDE | AES | AES 256 | encrypted storage | data storage encryption | encrypted while stored
encryption in transit | in transit | in motion | TLS | SSL | HTTPS | transport encryption | transport layer | encrypted communication | encrypted channel | SSH | SFTP | IPSEC | over public network | transport of data | data transport | while transmitted | data transmission | transmitted
encryption | encrypt | cryptography | cryptographic | crypto | cipher
validated cryptography | FIPS | federal information processing standard | cryptographic module
key management | encryption key | cryptographic key | KMS | HSM | key rotation | cryptoperiod | key generation | key store | key lifecycle | key custodian | key material
customer-managed keys | BYOK | bring your own key | customer managed key | CMK | tenant key | key per tenant | customer key
rotation | rotate | cryptoperiod | change keys
certificate | PKI | digital certificate | x509 | certificate authority
# Resilience
backup | back up | back-up | snapshot | archive copy
restore | restoration | recover data | restore test | recovery test | backup test | data recovery
off-site storage | off-site | offsite | remote location | geographically separate | secondary site | alternate site | recovery site
disaster recovery | DR | DRP | disaster response | failover | recovery plan | recover from disaster
business continuity | BCP | BCM | BCMS | continuity plan | operational resilience | business resilience | business resiliency
resilience test | exercise | exercised | tabletop | table-top | drill | DR test | tested annually | test plan | simulation
recovery objectives | RTO | RPO | recovery time | recovery point
business impact analysis | BIA | impact analysis | impact of disruption | criticality
high availability | HA | redundancy | redundant | highly available | fault tolerant | load balanc | availability zone | single point of failure
geography | geographically diverse | geographic region | data residency | data localization | data sovereignty | data location | where data is stored | storage location | country | physical location | region
capacity | capacity planning | resource availability | scalability | autoscaling | performance monitoring
service level | SLA | uptime | service level agreement | availability percentage | outage | downtime | disruption
power | UPS | generator | uninterruptible power | utility | electrical | power failure
environmental controls | HVAC | cooling | fire suppression | fire detection | temperature | humidity | flood | natural disaster | environmental risk
# Testing and vulnerabilities
penetration test | pentest | pen test | pen-test | ethical hack | red team | penetration testing
independent assessment | third-party assessment | independent audit | external audit | third-party audit | external auditor | independent review | audited | outside assessor
vulnerability scan | vulnerability scanning | vulnerability detection | vulnerability assessment | scanned for vulnerabilities | network scan | scan result | external scan | vulnerability management
vulnerability | CVE | security flaw | security defect | security weakness | known weakness
severity rating | CVSS | severity | risk rating | prioritize | prioritization
web application attacks | OWASP | sql injection | XSS | XSRF | CSRF | cross-site | injection | web application vulnerability
patch | hotfix | security update | software update | patch management | bug fix
remediation | remediate | mitigate | mitigation | fix vulnerabilities | corrective action | track findings | resolve
static analysis | SAST | static code | source code analysis | code scan | code review | source code review | peer review | code analysis
dynamic analysis | DAST | dynamic test | fuzzing | dynamic application
software composition | SCA | SBOM | bill of materials | open source | third-party library | software dependency | software supply chain | libraries | third-party code
bug bounty | vulnerability disclosure | responsible disclosure | SECURITY.TXT | report vulnerabilities
# Development and change
secure development | SDLC | software development life cycle | development lifecycle | development life cycle | secure coding | secure design | application security | software development | coding standard | security by design
delivery pipeline | CICD | CI | continuous integration | continuous deployment | continuous delivery | automated deployment | build pipeline | infrastructure as code | automated deployments
change management | change control | CAB | change advisory board | change request | change process | change approval | unauthorized change
emergency change | urgent change | out-of-band change | emergency fix
change notification | notify of changes | notified of changes | advance notice | communicate changes | release notes
rollback | roll back | back-out | backout | restore previous version | previous known good
separate environments | staging | test environment | non-production | development environment | dev and test | production and test | sandbox
test data | production data | live data | real data in test | masked data
quality assurance | QA | quality management | quality test | acceptance test | regression test | unit test | test coverage
input validation | validate input | input sanitization | data input | input integrity | output integrity | edit check | reconciliation | error handling
release schedule | release cycle | roadmap | version | release management | major release | supported version
configuration management | configuration item | baseline | harden | hardening | CIS | CIS benchmark | gold image | pre-hardened | secure configuration | standard build | baseline configuration | system image
interface | API | web service | application programming interface | integration | interoperability | portability
mobile app | mobile application | IOS | ANDROID | app store
# Network and monitoring
web application firewall | WAF | application firewall
firewall | packet inspection | SPI | security group | network perimeter | access control list | network filter | ingress | egress
intrusion detection | IDS | IPS | IDPS | intrusion prevention | intrusion monitoring | intrusion | host-based intrusion | HIDS | NIDS
denial of service | DDOS | DOS attack | flooding attack
network segmentation | segmented network | network zone | DMZ | subnet | VPC | network segregation | segregated network | vlan | isolate network
wireless | WIFI | WPA | WLAN | wireless network | access point
network diagram | data flow | architecture diagram | network architecture | dataflow | architecture document
tenant separation | multi-tenant | tenancy | single-tenant | logical separation | data segregation | logically separate | customer isolation | isolation of customer | segregated from other
virtualization | virtual machine | hypervisor | container | KUBERNETES | DOCKER | virtual image | workload
always-on monitoring | 24x7 | 24 x 7 | 24/7 | round the clock | 24 hours a day | 24x7x365 | continuous monitoring | real-time monitoring | on-call
security monitoring | SIEM | log aggregation | security information and event | log correlation | alert | anomaly | anomalous | suspicious | malicious activity | security event
logging | log | audit log | audit trail | audit record | event log | activity log | access log
log protection | tamper-proof | tamper | immutable log | protect audit record | log integrity | unauthorized modification of logs | restrict access to logs
retention | retain | how long | kept for | retention period | retention schedule
time synchronization | NTP | time source | clock | synchronise clocks | synchronize clocks | time protocol
# Incidents
incident response | IRP | incident management | incident handling | IR plan | security incident | incident plan | respond to incidents | incident procedure
incident team | CSIRT | CERT | incident response team | IR retainer | incident retainer | forensic
breach notification | notify customers | notification of breach | breach reporting | notify of a breach | notified of a breach | report incident | incident notification | inform customers | affected customer | affected party
breach | data breach | compromise | unauthorized disclosure | personal data breach
forensics | chain of custody | evidence | legal hold | litigation hold | e-discovery | investigation
cyber insurance | cyber-risk insurance | cyber liability | insurance
malware protection | antivirus | anti-virus | antimalware | anti-malware | malware | EDR | XDR | virus | malicious code | endpoint detection | ransomware
# Governance
SOC 2 | SOC2 | SSAE 18 | SSAE 16 | SSAE | SOC report | SOC 1 | SOC 3 | service organization control
ISO 27001 | ISO27001 | ISO IEC 27001 | ISO 27002 | ISMS | ISO 27017 | ISO 27018
security framework | industry standard | control framework | NIST CSF | NIST | CIS controls | best practice | recognized standard | COBIT
certification | certified | accreditation | attestation | audit report | compliance report | assurance report
information security | infosec | cybersecurity | cyber security | data security
security policy | information security policy | infosec policy | security program | policies and procedures | policy document | written policy | documented policy
policy exception | exception | deviation | waiver | risk acceptance
security leadership | CISO | security team | security officer | chief information security officer | information security staff | security office | security function | security organization | security personnel
management commitment | senior management | executive | leadership | board of directors | sponsorship | top management
roles and responsibilities | responsibility | responsible | accountable | assigned role | owner
shared responsibility | responsibility matrix | customer responsibility | division of responsibility
risk management | risk register | ERM | enterprise risk | risk assessment | risk analysis | threat model | risk treatment | risk evaluation | identify risks | threat assessment
threat intelligence | threat feed | information sharing | special interest group | security community | contact with authorities
sanctions | disciplinary | discipline | violation | noncompliance | policy violation
internal audit | self assessment | self-assessment | audit plan | audit program | internal review
legal compliance | regulatory requirement | legal requirement | statutory | applicable law | regulation | compliance obligation | laws and regulations
intellectual property | copyright | software license | licensing
annually | yearly | annual | each year | every year | past 12 months | last year | once a year | 12 months | per year | past year
periodic review | reviewed regularly | regularly | periodically | planned interval | reviewed and updated | scheduled review
# People
awareness training | security awareness | security training | infosec training | awareness program | training program | training | educate | phishing simulation
background check | background screening | background verification | criminal record | pre-employment | vetting | employment screening | background investigation | employment candidate
confidentiality agreement | NDA | non-disclosure | nondisclosure | confidentiality clause | employment agreement | terms of employment
acceptable use | AUP | rules of behavior | code of conduct | usage policy | permissible use
clean desk | clear desk | clear screen | unattended | unattended workspace | left unattended
return of assets | return equipment | asset return | returned upon termination
staff | personnel | employee | workforce | worker | contractor | consultant | human resources
remote work | telework | working from home | home working | remote site | work remotely | off-premises
change of role | job change | transfer | change in employment | employment status | mover
# Assets, devices and physical security
endpoint | workstation | laptop | desktop | end-user device | user device | company device | computer
device management | MDM | mobile device | remote wipe | remotely wiped | tablet | smartphone | lost device | device lost
personal devices | BYOD | bring your own device | personally owned | personal device
full-disk encryption | FDE | BITLOCKER | FILEVAULT | encrypted laptop | storage encryption
data loss prevention | DLP | data leakage | data exfiltration | data leak
removable media | USB | removable storage | portable media | portable storage | media handling
asset inventory | inventory | asset register | CMDB | asset management | catalogue | asset list | critical assets
data centre | data center | datacenter | colocation | hosting facility | server room | facility | hosting site
physical access | badge | secure area | physical security | perimeter | entry point | physical barrier | visitor | guard | fence | escort | door | restricted area
surveillance | CCTV | video camera | camera | video monitoring
equipment | hardware | server | physical device | appliance | cabling
hardware disposal | decommission | end of life | equipment disposal | repurpose
# Data and privacy
data disposal | dispose | disposal | destroy | destruction | wipe | sanitize | sanitise | sanitization | sanitisation | shred | NIST 800 88 | 800 88 | secure deletion | delete data | deletion | purge | erase | data removal
end of contract | contract termination | completion of contract | contract end | service termination | termination of service | end of service | exit strategy
data return | data export | export | extract | portable format | copy of data | retrieve data | downloadable | machine readable
data classification | classification scheme | classify | classification | labeling | labelling | sensitivity label | data label
data inventory | ROPA | record of processing | records of processing | data map | data register | list of personal data | documented data
data ownership | owns the data | ownership right | data steward | data owner | stewardship
personal data | PII | personal information | personally identifiable | sensitive data | private information | customer data | confidential data | institutional data | tenant data | user data
privacy policy | privacy notice | privacy statement | privacy program | privacy practice | privacy framework | privacy
privacy by design | privacy-by-design | privacy principle | data protection by design | privacy by default
privacy officer | DPO | data protection officer | privacy office | privacy staff
privacy impact assessment | DPIA | PIA | data protection impact | privacy risk assessment
data subject rights | DSAR | DSR | data subject | subject access | erasure request | right to be forgotten | access to their personal | individual rights | consent
purpose limitation | stated purpose | purpose | intended use | secondary use | unauthorized use | only for
data sharing | disclose | disclosure | third-party disclosure | share data | sell data | shared with
international transfer | SCC | SCCS | standard contractual clause | model clause | data transfer | cross-border | transfer of data | adequacy
law enforcement | government request | subpoena | warrant | legal process | law enforcement request | court order
anonymization | anonymize | de-identify | pseudonymize | pseudonymization | obfuscate | masking | aggregate data | tokenization
tracking | cookies | tracker | tracking pixel | web-tracking | analytics | telemetry
GDPR | general data protection regulation | european privacy | UK GDPR | data protection act
HIPAA | PHI | EPHI | protected health information | HITECH | health insurance portability
student records | FERPA | education record
payment card data | PCI | PCI DSS | payment card | cardholder | credit card | card data | AOC | ROC
business associate agreement | BAA | business associate
# Third parties
subprocessor | sub-processor | sub-processing | subcontractor | subservice | fourth party
vendor | supplier | third party | third-party | supply chain | service provider | business partner | external provider | outsource
vendor risk | TPRM | third-party risk | vendor management | supplier management | vendor assessment | assess vendors | assess suppliers | vendor due diligence | supply chain risk
contract terms | contractual | contract | agreement | service agreement | terms of service | master agreement | contract language
cloud provider | cloud vendor | cloud supplier | IAAS | PAAS | AWS | AZURE | GCP | amazon web services | google cloud | hosting provider | cloud solution provider | infrastructure provider | CSP
software as a service | SAAS | cloud-based | cloud service | hosted service
customer | client | institution | CSC | tenant | subscriber | consumer | end user
company background | business history | ownership structure | parent company | years in business | subsidiary
financial stability | bankruptcy | out of business | insolvency | acquisition | financial viability
# AI and accessibility
artificial intelligence | AI | machine learning | ML
language model | LLM | LLMS | generative ai | GENAI | GPT | CHATGPT
model training | used to train | train model | training data | train your model
automated decisions | automated processing | automated decision | profiling | human intervention | human in the loop
accessibility | VPAT | ACR | WCAG | section 508 | assistive technology | screen reader | accessibility conformance
keyboard access | keyboard | keyboard-only
documentation | user manual | administrator guide | user guide | help desk | knowledge base | technical documentation
customer support | support portal | support hours | support team | service desk
`;

/** Words of every questionnaire, said in many ways. They tell less than the concepts above, so they weigh less. */
export const everydayConcepts = `
sign in | login | log in | log on | logon | authenticate | authentication | sign-in | verify identity
user account | account | identity | user id | identities
leave the company | leave | depart | resign | terminate | termination | end of employment | former employee
disable | deactivate | suspend | switch off | turn off | turned off
lock | locked | locks
phone | smartphone | mobile phone | handset | tablet | mobile device
company | organization | business | firm | corporate | enterprise
product | solution | service | platform | application | software | system
Europe | EU | EEA | european | european union | european economic area
United States | USA | UNITED STATES | american | outside the us
how often | frequency | interval | periodic | periodically | regularly | how frequently
how quickly | timely | time frame | timeframe | within how | promptly | how soon | without undue delay
notify | inform | let us know | advise | tell us | communicate | notification | notice
share a copy | provide a copy | supply | make available | can you share | can you provide | web link | link to | on request | furnish
own | ownership | belong | owner
list | inventory | register | catalog | record of | catalogue
test | tested | trial | verify | validate | validation
approve | approval | sign off | authorize | authorization | consent
unauthorized | without authorization | illegitimate | unapproved | improper
restrict | limit | restricted | confine | prohibit | prevent | block
written | documented | formal | formally | established | in writing
outside party | external | third party | independent | outside firm | outsourced
copy | copies | replicate | replica | duplicate
monitor | supervise | track | oversee | watch
measure | metric | KPI | indicator | report on | measurement
content | upload | input | user content | data entered
failure | fail | fault | malfunction | disruption | interruption
upgrade | update | release | new version
significant change | major change | material change | substantial change
maintenance | maintain | maintenance window | off-peak | downtime window | outside business hours
history | past | previous | prior | ever had | experienced
mandatory | required | obliged | compulsory | must
network | internet | connection | telecommunications | ISP | connectivity
time limit | days | hours | business days
`;
