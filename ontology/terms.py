"""The terms of the ontology as constants, one per term, and tables derived from it.

Generated from `ontology/cascade.ttl` by `scripts/make_terms.py`; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ONTOLOGY: Final = "https://w3id.org/cascade-vn/ontology#"
DATA: Final = "https://w3id.org/cascade-vn/id/"

# Classes
ActionPlan: Final[str] = "https://w3id.org/cascade-vn/ontology#ActionPlan"
ActionProgram: Final[str] = "https://w3id.org/cascade-vn/ontology#ActionProgram"
AdministrativeUnit: Final[str] = "https://w3id.org/cascade-vn/ontology#AdministrativeUnit"
Agreement: Final[str] = "https://w3id.org/cascade-vn/ontology#Agreement"
Appeal: Final[str] = "https://w3id.org/cascade-vn/ontology#Appeal"
ArrangementPlan: Final[str] = "https://w3id.org/cascade-vn/ontology#ArrangementPlan"
Authorisation: Final[str] = "https://w3id.org/cascade-vn/ontology#Authorisation"
Body: Final[str] = "https://w3id.org/cascade-vn/ontology#Body"
BodyGroup: Final[str] = "https://w3id.org/cascade-vn/ontology#BodyGroup"
CentralDocument: Final[str] = "https://w3id.org/cascade-vn/ontology#CentralDocument"
Certificate: Final[str] = "https://w3id.org/cascade-vn/ontology#Certificate"
CertifiedTranscript: Final[str] = "https://w3id.org/cascade-vn/ontology#CertifiedTranscript"
Circular: Final[str] = "https://w3id.org/cascade-vn/ontology#Circular"
CircularNote: Final[str] = "https://w3id.org/cascade-vn/ontology#CircularNote"
Claim: Final[str] = "https://w3id.org/cascade-vn/ontology#Claim"
Communique: Final[str] = "https://w3id.org/cascade-vn/ontology#Communique"
Conclusion: Final[str] = "https://w3id.org/cascade-vn/ontology#Conclusion"
Conference: Final[str] = "https://w3id.org/cascade-vn/ontology#Conference"
Congress: Final[str] = "https://w3id.org/cascade-vn/ontology#Congress"
CongressTerm: Final[str] = "https://w3id.org/cascade-vn/ontology#CongressTerm"
ConsolidatedText: Final[str] = "https://w3id.org/cascade-vn/ontology#ConsolidatedText"
Constitution: Final[str] = "https://w3id.org/cascade-vn/ontology#Constitution"
Contract: Final[str] = "https://w3id.org/cascade-vn/ontology#Contract"
CoordinationProgram: Final[str] = "https://w3id.org/cascade-vn/ontology#CoordinationProgram"
CoordinationResolution: Final[str] = "https://w3id.org/cascade-vn/ontology#CoordinationResolution"
CoordinationRules: Final[str] = "https://w3id.org/cascade-vn/ontology#CoordinationRules"
CopiedExtract: Final[str] = "https://w3id.org/cascade-vn/ontology#CopiedExtract"
Copy: Final[str] = "https://w3id.org/cascade-vn/ontology#Copy"
CourtesyLetter: Final[str] = "https://w3id.org/cascade-vn/ontology#CourtesyLetter"
Decision: Final[str] = "https://w3id.org/cascade-vn/ontology#Decision"
Declaration: Final[str] = "https://w3id.org/cascade-vn/ontology#Declaration"
Decree: Final[str] = "https://w3id.org/cascade-vn/ontology#Decree"
DecreeLaw: Final[str] = "https://w3id.org/cascade-vn/ontology#DecreeLaw"
Directive: Final[str] = "https://w3id.org/cascade-vn/ontology#Directive"
DispatchSlip: Final[str] = "https://w3id.org/cascade-vn/ontology#DispatchSlip"
Document: Final[str] = "https://w3id.org/cascade-vn/ontology#Document"
Event: Final[str] = "https://w3id.org/cascade-vn/ontology#Event"
Guidance: Final[str] = "https://w3id.org/cascade-vn/ontology#Guidance"
ImplementedDocument: Final[str] = "https://w3id.org/cascade-vn/ontology#ImplementedDocument"
Invitation: Final[str] = "https://w3id.org/cascade-vn/ontology#Invitation"
JointCircular: Final[str] = "https://w3id.org/cascade-vn/ontology#JointCircular"
JointResolution: Final[str] = "https://w3id.org/cascade-vn/ontology#JointResolution"
Law: Final[str] = "https://w3id.org/cascade-vn/ontology#Law"
LeavePermit: Final[str] = "https://w3id.org/cascade-vn/ontology#LeavePermit"
LegalCode: Final[str] = "https://w3id.org/cascade-vn/ontology#LegalCode"
LetterOfIntroduction: Final[str] = "https://w3id.org/cascade-vn/ontology#LetterOfIntroduction"
LocalDocument: Final[str] = "https://w3id.org/cascade-vn/ontology#LocalDocument"
MasterPlan: Final[str] = "https://w3id.org/cascade-vn/ontology#MasterPlan"
Memorandum: Final[str] = "https://w3id.org/cascade-vn/ontology#Memorandum"
Minutes: Final[str] = "https://w3id.org/cascade-vn/ontology#Minutes"
Notice: Final[str] = "https://w3id.org/cascade-vn/ontology#Notice"
Official: Final[str] = "https://w3id.org/cascade-vn/ontology#Official"
OfficialLetter: Final[str] = "https://w3id.org/cascade-vn/ontology#OfficialLetter"
Order: Final[str] = "https://w3id.org/cascade-vn/ontology#Order"
Ordinance: Final[str] = "https://w3id.org/cascade-vn/ontology#Ordinance"
PartyStatutes: Final[str] = "https://w3id.org/cascade-vn/ontology#PartyStatutes"
PersonnelDecision: Final[str] = "https://w3id.org/cascade-vn/ontology#PersonnelDecision"
PersonnelResolution: Final[str] = "https://w3id.org/cascade-vn/ontology#PersonnelResolution"
Plan: Final[str] = "https://w3id.org/cascade-vn/ontology#Plan"
Plenum: Final[str] = "https://w3id.org/cascade-vn/ontology#Plenum"
PoliticalPlatform: Final[str] = "https://w3id.org/cascade-vn/ontology#PoliticalPlatform"
PoliticalReport: Final[str] = "https://w3id.org/cascade-vn/ontology#PoliticalReport"
Post: Final[str] = "https://w3id.org/cascade-vn/ontology#Post"
PresidentialDecree: Final[str] = "https://w3id.org/cascade-vn/ontology#PresidentialDecree"
Program: Final[str] = "https://w3id.org/cascade-vn/ontology#Program"
Project: Final[str] = "https://w3id.org/cascade-vn/ontology#Project"
ProvincialActionProgram: Final[str] = "https://w3id.org/cascade-vn/ontology#ProvincialActionProgram"
Reference: Final[str] = "https://w3id.org/cascade-vn/ontology#Reference"
RegisterRow: Final[str] = "https://w3id.org/cascade-vn/ontology#RegisterRow"
Regulation: Final[str] = "https://w3id.org/cascade-vn/ontology#Regulation"
ReplacedDocument: Final[str] = "https://w3id.org/cascade-vn/ontology#ReplacedDocument"
Report: Final[str] = "https://w3id.org/cascade-vn/ontology#Report"
ReportSlip: Final[str] = "https://w3id.org/cascade-vn/ontology#ReportSlip"
Resolution: Final[str] = "https://w3id.org/cascade-vn/ontology#Resolution"
RestsOnReplaced: Final[str] = "https://w3id.org/cascade-vn/ontology#RestsOnReplaced"
Result: Final[str] = "https://w3id.org/cascade-vn/ontology#Result"
Rules: Final[str] = "https://w3id.org/cascade-vn/ontology#Rules"
Scheme: Final[str] = "https://w3id.org/cascade-vn/ontology#Scheme"
Sector: Final[str] = "https://w3id.org/cascade-vn/ontology#Sector"
Sentence: Final[str] = "https://w3id.org/cascade-vn/ontology#Sentence"
Source: Final[str] = "https://w3id.org/cascade-vn/ontology#Source"
Strategy: Final[str] = "https://w3id.org/cascade-vn/ontology#Strategy"
Submission: Final[str] = "https://w3id.org/cascade-vn/ontology#Submission"
Tenure: Final[str] = "https://w3id.org/cascade-vn/ontology#Tenure"
TransferSlip: Final[str] = "https://w3id.org/cascade-vn/ontology#TransferSlip"
TravelPermit: Final[str] = "https://w3id.org/cascade-vn/ontology#TravelPermit"
TrueCopy: Final[str] = "https://w3id.org/cascade-vn/ontology#TrueCopy"
UrgentTelegram: Final[str] = "https://w3id.org/cascade-vn/ontology#UrgentTelegram"
WorkProgram: Final[str] = "https://w3id.org/cascade-vn/ontology#WorkProgram"

# Properties
aboutBody: Final[str] = "https://w3id.org/cascade-vn/ontology#aboutBody"
aboutDocument: Final[str] = "https://w3id.org/cascade-vn/ontology#aboutDocument"
address: Final[str] = "https://w3id.org/cascade-vn/ontology#address"
adoptedAt: Final[str] = "https://w3id.org/cascade-vn/ontology#adoptedAt"
alias: Final[str] = "https://w3id.org/cascade-vn/ontology#alias"
amends: Final[str] = "https://w3id.org/cascade-vn/ontology#amends"
appliesTo: Final[str] = "https://w3id.org/cascade-vn/ontology#appliesTo"
assignedTo: Final[str] = "https://w3id.org/cascade-vn/ontology#assignedTo"
attendedBy: Final[str] = "https://w3id.org/cascade-vn/ontology#attendedBy"
basedOn: Final[str] = "https://w3id.org/cascade-vn/ontology#basedOn"
basisOf: Final[str] = "https://w3id.org/cascade-vn/ontology#basisOf"
body: Final[str] = "https://w3id.org/cascade-vn/ontology#body"
bodyPattern: Final[str] = "https://w3id.org/cascade-vn/ontology#bodyPattern"
candidate: Final[str] = "https://w3id.org/cascade-vn/ontology#candidate"
cascadesTo: Final[str] = "https://w3id.org/cascade-vn/ontology#cascadesTo"
certainty: Final[str] = "https://w3id.org/cascade-vn/ontology#certainty"
chairedBy: Final[str] = "https://w3id.org/cascade-vn/ontology#chairedBy"
checksum: Final[str] = "https://w3id.org/cascade-vn/ontology#checksum"
citationKey: Final[str] = "https://w3id.org/cascade-vn/ontology#citationKey"
cites: Final[str] = "https://w3id.org/cascade-vn/ontology#cites"
coastal: Final[str] = "https://w3id.org/cascade-vn/ontology#coastal"
code: Final[str] = "https://w3id.org/cascade-vn/ontology#code"
concludes: Final[str] = "https://w3id.org/cascade-vn/ontology#concludes"
confidence: Final[str] = "https://w3id.org/cascade-vn/ontology#confidence"
consolidates: Final[str] = "https://w3id.org/cascade-vn/ontology#consolidates"
continues: Final[str] = "https://w3id.org/cascade-vn/ontology#continues"
correctedModality: Final[str] = "https://w3id.org/cascade-vn/ontology#correctedModality"
correctedObject: Final[str] = "https://w3id.org/cascade-vn/ontology#correctedObject"
correctedPredicate: Final[str] = "https://w3id.org/cascade-vn/ontology#correctedPredicate"
correctedSubject: Final[str] = "https://w3id.org/cascade-vn/ontology#correctedSubject"
corrects: Final[str] = "https://w3id.org/cascade-vn/ontology#corrects"
cue: Final[str] = "https://w3id.org/cascade-vn/ontology#cue"
deadline: Final[str] = "https://w3id.org/cascade-vn/ontology#deadline"
declined: Final[str] = "https://w3id.org/cascade-vn/ontology#declined"
descendsFrom: Final[str] = "https://w3id.org/cascade-vn/ontology#descendsFrom"
disputed: Final[str] = "https://w3id.org/cascade-vn/ontology#disputed"
documentClass: Final[str] = "https://w3id.org/cascade-vn/ontology#documentClass"
documentType: Final[str] = "https://w3id.org/cascade-vn/ontology#documentType"
effective: Final[str] = "https://w3id.org/cascade-vn/ontology#effective"
end: Final[str] = "https://w3id.org/cascade-vn/ontology#end"
endsOn: Final[str] = "https://w3id.org/cascade-vn/ontology#endsOn"
evidence: Final[str] = "https://w3id.org/cascade-vn/ontology#evidence"
expires: Final[str] = "https://w3id.org/cascade-vn/ontology#expires"
guides: Final[str] = "https://w3id.org/cascade-vn/ontology#guides"
heldBy: Final[str] = "https://w3id.org/cascade-vn/ontology#heldBy"
heldOn: Final[str] = "https://w3id.org/cascade-vn/ontology#heldOn"
holder: Final[str] = "https://w3id.org/cascade-vn/ontology#holder"
implementedBy: Final[str] = "https://w3id.org/cascade-vn/ontology#implementedBy"
implementedThrough: Final[str] = "https://w3id.org/cascade-vn/ontology#implementedThrough"
implements: Final[str] = "https://w3id.org/cascade-vn/ontology#implements"
inSource: Final[str] = "https://w3id.org/cascade-vn/ontology#inSource"
inference: Final[str] = "https://w3id.org/cascade-vn/ontology#inference"
inverted: Final[str] = "https://w3id.org/cascade-vn/ontology#inverted"
issued: Final[str] = "https://w3id.org/cascade-vn/ontology#issued"
issuedBy: Final[str] = "https://w3id.org/cascade-vn/ontology#issuedBy"
jurisdiction: Final[str] = "https://w3id.org/cascade-vn/ontology#jurisdiction"
level: Final[str] = "https://w3id.org/cascade-vn/ontology#level"
linkedWith: Final[str] = "https://w3id.org/cascade-vn/ontology#linkedWith"
member: Final[str] = "https://w3id.org/cascade-vn/ontology#member"
mentions: Final[str] = "https://w3id.org/cascade-vn/ontology#mentions"
mergedInto: Final[str] = "https://w3id.org/cascade-vn/ontology#mergedInto"
modality: Final[str] = "https://w3id.org/cascade-vn/ontology#modality"
normative: Final[str] = "https://w3id.org/cascade-vn/ontology#normative"
note: Final[str] = "https://w3id.org/cascade-vn/ontology#note"
number: Final[str] = "https://w3id.org/cascade-vn/ontology#number"
numeral: Final[str] = "https://w3id.org/cascade-vn/ontology#numeral"
parent: Final[str] = "https://w3id.org/cascade-vn/ontology#parent"
part: Final[str] = "https://w3id.org/cascade-vn/ontology#part"
period: Final[str] = "https://w3id.org/cascade-vn/ontology#period"
post: Final[str] = "https://w3id.org/cascade-vn/ontology#post"
published: Final[str] = "https://w3id.org/cascade-vn/ontology#published"
publisher: Final[str] = "https://w3id.org/cascade-vn/ontology#publisher"
qualifier: Final[str] = "https://w3id.org/cascade-vn/ontology#qualifier"
quote: Final[str] = "https://w3id.org/cascade-vn/ontology#quote"
rank: Final[str] = "https://w3id.org/cascade-vn/ontology#rank"
recorded: Final[str] = "https://w3id.org/cascade-vn/ontology#recorded"
region: Final[str] = "https://w3id.org/cascade-vn/ontology#region"
regionSince2025: Final[str] = "https://w3id.org/cascade-vn/ontology#regionSince2025"
relation: Final[str] = "https://w3id.org/cascade-vn/ontology#relation"
repeals: Final[str] = "https://w3id.org/cascade-vn/ontology#repeals"
replacedBy: Final[str] = "https://w3id.org/cascade-vn/ontology#replacedBy"
replaces: Final[str] = "https://w3id.org/cascade-vn/ontology#replaces"
reportedBy: Final[str] = "https://w3id.org/cascade-vn/ontology#reportedBy"
responsibleFor: Final[str] = "https://w3id.org/cascade-vn/ontology#responsibleFor"
restsOn: Final[str] = "https://w3id.org/cascade-vn/ontology#restsOn"
reviewNote: Final[str] = "https://w3id.org/cascade-vn/ontology#reviewNote"
reviewedAt: Final[str] = "https://w3id.org/cascade-vn/ontology#reviewedAt"
reviewedBy: Final[str] = "https://w3id.org/cascade-vn/ontology#reviewedBy"
reviews: Final[str] = "https://w3id.org/cascade-vn/ontology#reviews"
role: Final[str] = "https://w3id.org/cascade-vn/ontology#role"
rowKey: Final[str] = "https://w3id.org/cascade-vn/ontology#rowKey"
run: Final[str] = "https://w3id.org/cascade-vn/ontology#run"
seenOn: Final[str] = "https://w3id.org/cascade-vn/ontology#seenOn"
series: Final[str] = "https://w3id.org/cascade-vn/ontology#series"
signedBy: Final[str] = "https://w3id.org/cascade-vn/ontology#signedBy"
start: Final[str] = "https://w3id.org/cascade-vn/ontology#start"
startsOn: Final[str] = "https://w3id.org/cascade-vn/ontology#startsOn"
successor: Final[str] = "https://w3id.org/cascade-vn/ontology#successor"
surface: Final[str] = "https://w3id.org/cascade-vn/ontology#surface"
suspends: Final[str] = "https://w3id.org/cascade-vn/ontology#suspends"
system: Final[str] = "https://w3id.org/cascade-vn/ontology#system"
taughtDocument: Final[str] = "https://w3id.org/cascade-vn/ontology#taughtDocument"
taughtFrom: Final[str] = "https://w3id.org/cascade-vn/ontology#taughtFrom"
taughtIssued: Final[str] = "https://w3id.org/cascade-vn/ontology#taughtIssued"
taughtName: Final[str] = "https://w3id.org/cascade-vn/ontology#taughtName"
taughtNumber: Final[str] = "https://w3id.org/cascade-vn/ontology#taughtNumber"
taughtTitle: Final[str] = "https://w3id.org/cascade-vn/ontology#taughtTitle"
taughtType: Final[str] = "https://w3id.org/cascade-vn/ontology#taughtType"
term: Final[str] = "https://w3id.org/cascade-vn/ontology#term"
title: Final[str] = "https://w3id.org/cascade-vn/ontology#title"
typeCode: Final[str] = "https://w3id.org/cascade-vn/ontology#typeCode"
unit: Final[str] = "https://w3id.org/cascade-vn/ontology#unit"
unitKind: Final[str] = "https://w3id.org/cascade-vn/ontology#unitKind"
unitOfMeasure: Final[str] = "https://w3id.org/cascade-vn/ontology#unitOfMeasure"
unitSet: Final[str] = "https://w3id.org/cascade-vn/ontology#unitSet"
validFrom: Final[str] = "https://w3id.org/cascade-vn/ontology#validFrom"
validTo: Final[str] = "https://w3id.org/cascade-vn/ontology#validTo"
value: Final[str] = "https://w3id.org/cascade-vn/ontology#value"
verdict: Final[str] = "https://w3id.org/cascade-vn/ontology#verdict"
verification: Final[str] = "https://w3id.org/cascade-vn/ontology#verification"
withdrawn: Final[str] = "https://w3id.org/cascade-vn/ontology#withdrawn"

CLASSES: Final[tuple[str, ...]] = (
    ActionPlan,
    ActionProgram,
    AdministrativeUnit,
    Agreement,
    Appeal,
    ArrangementPlan,
    Authorisation,
    Body,
    BodyGroup,
    CentralDocument,
    Certificate,
    CertifiedTranscript,
    Circular,
    CircularNote,
    Claim,
    Communique,
    Conclusion,
    Conference,
    Congress,
    CongressTerm,
    ConsolidatedText,
    Constitution,
    Contract,
    CoordinationProgram,
    CoordinationResolution,
    CoordinationRules,
    CopiedExtract,
    Copy,
    CourtesyLetter,
    Decision,
    Declaration,
    Decree,
    DecreeLaw,
    Directive,
    DispatchSlip,
    Document,
    Event,
    Guidance,
    ImplementedDocument,
    Invitation,
    JointCircular,
    JointResolution,
    Law,
    LeavePermit,
    LegalCode,
    LetterOfIntroduction,
    LocalDocument,
    MasterPlan,
    Memorandum,
    Minutes,
    Notice,
    Official,
    OfficialLetter,
    Order,
    Ordinance,
    PartyStatutes,
    PersonnelDecision,
    PersonnelResolution,
    Plan,
    Plenum,
    PoliticalPlatform,
    PoliticalReport,
    Post,
    PresidentialDecree,
    Program,
    Project,
    ProvincialActionProgram,
    Reference,
    RegisterRow,
    Regulation,
    ReplacedDocument,
    Report,
    ReportSlip,
    Resolution,
    RestsOnReplaced,
    Result,
    Rules,
    Scheme,
    Sector,
    Sentence,
    Source,
    Strategy,
    Submission,
    Tenure,
    TransferSlip,
    TravelPermit,
    TrueCopy,
    UrgentTelegram,
    WorkProgram,
)

PROPERTIES: Final[tuple[str, ...]] = (
    aboutBody,
    aboutDocument,
    address,
    adoptedAt,
    alias,
    amends,
    appliesTo,
    assignedTo,
    attendedBy,
    basedOn,
    basisOf,
    body,
    bodyPattern,
    candidate,
    cascadesTo,
    certainty,
    chairedBy,
    checksum,
    citationKey,
    cites,
    coastal,
    code,
    concludes,
    confidence,
    consolidates,
    continues,
    correctedModality,
    correctedObject,
    correctedPredicate,
    correctedSubject,
    corrects,
    cue,
    deadline,
    declined,
    descendsFrom,
    disputed,
    documentClass,
    documentType,
    effective,
    end,
    endsOn,
    evidence,
    expires,
    guides,
    heldBy,
    heldOn,
    holder,
    implementedBy,
    implementedThrough,
    implements,
    inSource,
    inference,
    inverted,
    issued,
    issuedBy,
    jurisdiction,
    level,
    linkedWith,
    member,
    mentions,
    mergedInto,
    modality,
    normative,
    note,
    number,
    numeral,
    parent,
    part,
    period,
    post,
    published,
    publisher,
    qualifier,
    quote,
    rank,
    recorded,
    region,
    regionSince2025,
    relation,
    repeals,
    replacedBy,
    replaces,
    reportedBy,
    responsibleFor,
    restsOn,
    reviewNote,
    reviewedAt,
    reviewedBy,
    reviews,
    role,
    rowKey,
    run,
    seenOn,
    series,
    signedBy,
    start,
    startsOn,
    successor,
    surface,
    suspends,
    system,
    taughtDocument,
    taughtFrom,
    taughtIssued,
    taughtName,
    taughtNumber,
    taughtTitle,
    taughtType,
    term,
    title,
    typeCode,
    unit,
    unitKind,
    unitOfMeasure,
    unitSet,
    validFrom,
    validTo,
    value,
    verdict,
    verification,
    withdrawn,
)

OBJECT_PROPERTIES: Final[tuple[str, ...]] = (
    aboutBody,
    aboutDocument,
    adoptedAt,
    amends,
    appliesTo,
    assignedTo,
    attendedBy,
    basedOn,
    basisOf,
    body,
    candidate,
    cascadesTo,
    chairedBy,
    cites,
    concludes,
    consolidates,
    continues,
    corrects,
    descendsFrom,
    documentType,
    evidence,
    guides,
    heldBy,
    holder,
    implementedBy,
    implementedThrough,
    implements,
    inSource,
    issuedBy,
    jurisdiction,
    level,
    linkedWith,
    member,
    mentions,
    mergedInto,
    parent,
    post,
    repeals,
    replacedBy,
    replaces,
    reportedBy,
    responsibleFor,
    restsOn,
    reviews,
    signedBy,
    successor,
    suspends,
    term,
    unit,
)

SINGLE_VALUED: Final[tuple[str, ...]] = (
    documentType,
    issued,
    number,
    numeral,
    term,
    title,
    typeCode,
)

SYMMETRIC: Final[tuple[str, ...]] = (linkedWith,)

# Property -> all properties it entails, nearest first; without those that are never
# stored because queries follow a path instead (`descendsFrom`).
SUPER_PROPERTIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        amends: (cites,),
        basedOn: (restsOn, cites),
        concludes: (reviews,),
        consolidates: (cites,),
        continues: (implements, restsOn, cites),
        corrects: (cites,),
        guides: (implements, restsOn, cites),
        implements: (restsOn, cites),
        repeals: (cites,),
        replaces: (cites,),
        restsOn: (cites,),
        suspends: (cites,),
    }
)

# Class -> all classes above it, nearest first.
SUPER_CLASSES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        ActionPlan: (Plan, Document),
        ActionProgram: (Program, Document),
        Agreement: (Document,),
        Appeal: (Document,),
        ArrangementPlan: (Document,),
        Authorisation: (Document,),
        Certificate: (Document,),
        CertifiedTranscript: (Copy, Document),
        Circular: (Document,),
        CircularNote: (Document,),
        Communique: (Document,),
        Conclusion: (Document,),
        Conference: (Event,),
        Congress: (Event,),
        ConsolidatedText: (Document,),
        Constitution: (Document,),
        Contract: (Document,),
        CoordinationProgram: (Program, Document),
        CoordinationResolution: (Resolution, Document),
        CoordinationRules: (Rules, Document),
        CopiedExtract: (Copy, Document),
        Copy: (Document,),
        CourtesyLetter: (Document,),
        Decision: (Document,),
        Declaration: (Document,),
        Decree: (Document,),
        DecreeLaw: (Document,),
        Directive: (Document,),
        DispatchSlip: (Document,),
        Guidance: (Document,),
        Invitation: (Document,),
        JointCircular: (Circular, Document),
        JointResolution: (Resolution, Document),
        Law: (Document,),
        LeavePermit: (Document,),
        LegalCode: (Document,),
        LetterOfIntroduction: (Document,),
        MasterPlan: (Document,),
        Memorandum: (Document,),
        Minutes: (Document,),
        Notice: (Document,),
        OfficialLetter: (Document,),
        Order: (Document,),
        Ordinance: (Document,),
        PartyStatutes: (Document,),
        PersonnelDecision: (Decision, Document),
        PersonnelResolution: (Resolution, Document),
        Plan: (Document,),
        Plenum: (Event,),
        PoliticalPlatform: (Document,),
        PoliticalReport: (Report, Document),
        PresidentialDecree: (Document,),
        Program: (Document,),
        Project: (Document,),
        Regulation: (Document,),
        Report: (Document,),
        ReportSlip: (Document,),
        Resolution: (Document,),
        Rules: (Document,),
        Scheme: (Document,),
        Strategy: (Document,),
        Submission: (Document,),
        TransferSlip: (Document,),
        TravelPermit: (Document,),
        TrueCopy: (Copy, Document),
        UrgentTelegram: (Document,),
        WorkProgram: (Program, Document),
    }
)

# A property and its inverse, as declared; both ways hold.
INVERSES: Final[tuple[tuple[str, str], ...]] = (
    (basedOn, basisOf),
    (descendsFrom, cascadesTo),
    (implements, implementedThrough),
    (replaces, replacedBy),
)

# Term -> label in Vietnamese and in English.
LABELS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        ActionPlan: ("Kế hoạch hành động", "Action plan"),
        ActionProgram: ("Chương trình hành động", "Action program"),
        AdministrativeUnit: ("Đơn vị hành chính", "Administrative unit"),
        Agreement: ("Bản thỏa thuận", "Agreement"),
        Appeal: ("Lời kêu gọi", "Appeal"),
        ArrangementPlan: ("Phương án", "Arrangement plan"),
        Authorisation: ("Giấy ủy quyền", "Authorisation"),
        Body: ("Cơ quan, tổ chức", "Body"),
        BodyGroup: ("Nhóm cơ quan", "Group of bodies"),
        CentralDocument: ("Văn bản cấp Trung ương", "Central document"),
        Certificate: ("Giấy chứng nhận", "Certificate"),
        CertifiedTranscript: ("Bản sao lục", "Certified transcript"),
        Circular: ("Thông tư", "Circular"),
        CircularNote: ("Thông tri", "Circular note (Party)"),
        Claim: ("Phát biểu", "Claim"),
        Communique: ("Thông cáo", "Communiqué"),
        Conclusion: ("Kết luận", "Conclusion"),
        Conference: ("Hội nghị", "Conference"),
        Congress: ("Đại hội", "Congress"),
        CongressTerm: ("Nhiệm kỳ đại hội", "Congress term"),
        ConsolidatedText: ("Văn bản hợp nhất", "Consolidated text"),
        Constitution: ("Hiến pháp", "Constitution"),
        Contract: ("Hợp đồng", "Contract"),
        CoordinationProgram: ("Chương trình phối hợp", "Coordination program"),
        CoordinationResolution: (
            "Nghị quyết liên tịch phối hợp",
            "Joint resolution on coordination",
        ),
        CoordinationRules: ("Quy chế phối hợp", "Coordination rules"),
        CopiedExtract: ("Bản trích sao", "Copied extract"),
        Copy: ("Bản sao", "Copy"),
        CourtesyLetter: ("Thư công", "Official letter of courtesy"),
        Decision: ("Quyết định", "Decision"),
        Declaration: ("Tuyên bố", "Declaration"),
        Decree: ("Nghị định", "Decree"),
        DecreeLaw: ("Sắc luật", "Decree-law"),
        Directive: ("Chỉ thị", "Directive"),
        DispatchSlip: ("Phiếu gửi", "Dispatch slip"),
        Document: ("Văn bản", "Document"),
        Event: ("Sự kiện", "Event"),
        Guidance: ("Hướng dẫn", "Guidance"),
        ImplementedDocument: ("Văn bản đã có văn bản thực hiện", "Implemented document"),
        Invitation: ("Giấy mời", "Invitation"),
        JointCircular: ("Thông tư liên tịch", "Joint circular"),
        JointResolution: ("Nghị quyết liên tịch", "Joint resolution"),
        Law: ("Luật", "Law"),
        LeavePermit: ("Giấy nghỉ phép", "Leave permit"),
        LegalCode: ("Bộ luật", "Code"),
        LetterOfIntroduction: ("Giấy giới thiệu", "Letter of introduction"),
        LocalDocument: ("Văn bản của địa phương", "Local document"),
        MasterPlan: ("Quy hoạch", "Master plan"),
        Memorandum: ("Bản ghi nhớ", "Memorandum"),
        Minutes: ("Biên bản", "Minutes"),
        Notice: ("Thông báo", "Notice"),
        Official: ("Cán bộ lãnh đạo", "Official"),
        OfficialLetter: ("Công văn", "Official letter"),
        Order: ("Lệnh", "Order of the State President"),
        Ordinance: ("Pháp lệnh", "Ordinance"),
        PartyStatutes: ("Điều lệ Đảng", "Party Statutes"),
        PersonnelDecision: ("Quyết định nhân sự", "Personnel decision"),
        PersonnelResolution: ("Nghị quyết nhân sự", "Personnel resolution"),
        Plan: ("Kế hoạch", "Plan"),
        Plenum: ("Hội nghị Ban Chấp hành", "Plenum"),
        PoliticalPlatform: ("Cương lĩnh chính trị", "Political platform"),
        PoliticalReport: ("Báo cáo chính trị", "Political report"),
        Post: ("Chức vụ", "Post"),
        PresidentialDecree: ("Sắc lệnh", "Decree-law (1945-1959)"),
        Program: ("Chương trình", "Program"),
        Project: ("Dự án", "Project"),
        ProvincialActionProgram: ("Chương trình hành động cấp tỉnh", "Provincial action program"),
        Reference: ("Viện dẫn chưa xác định", "Unresolved reference"),
        RegisterRow: ("Dòng của sổ văn bản", "Register row"),
        Regulation: ("Quy định", "Regulation"),
        ReplacedDocument: ("Văn bản đã có văn bản thay thế", "Replaced document"),
        Report: ("Báo cáo", "Report"),
        ReportSlip: ("Phiếu báo", "Report slip"),
        Resolution: ("Nghị quyết", "Resolution"),
        RestsOnReplaced: (
            "Văn bản dựa trên văn bản đã bị thay thế",
            "Document resting on a replaced one",
        ),
        Result: ("Kết quả", "Result"),
        Rules: ("Quy chế", "Working rules"),
        Scheme: ("Đề án", "Scheme"),
        Sector: ("Ngành", "Sector"),
        Sentence: ("Câu của nguồn", "Sentence"),
        Source: ("Nguồn", "Source"),
        Strategy: ("Chiến lược", "Strategy"),
        Submission: ("Tờ trình", "Submission"),
        Tenure: ("Việc giữ chức vụ", "Tenure"),
        TransferSlip: ("Phiếu chuyển", "Transfer slip"),
        TravelPermit: ("Giấy đi đường", "Travel permit"),
        TrueCopy: ("Bản sao y", "True copy"),
        UrgentTelegram: ("Công điện", "Urgent telegram"),
        WorkProgram: ("Chương trình công tác", "Work program"),
        aboutBody: ("về cơ quan", "about body"),
        aboutDocument: ("về văn bản", "about document"),
        address: ("địa chỉ", "address"),
        adoptedAt: ("thông qua tại", "adopted at"),
        alias: ("tên gọi khác", "alias"),
        amends: ("sửa đổi, bổ sung", "amends"),
        appliesTo: ("áp dụng cho", "applies to"),
        assignedTo: ("giao cho", "assigned to"),
        attendedBy: ("có người dự", "attended by"),
        basedOn: ("căn cứ", "based on"),
        basisOf: ("là căn cứ của", "basis of"),
        body: ("tại cơ quan", "body"),
        bodyPattern: ("mẫu tên cơ quan", "body pattern"),
        candidate: ("có thể là", "candidate"),
        cascadesTo: ("chảy xuống", "cascades to"),
        certainty: ("mức chắc chắn", "certainty"),
        chairedBy: ("do người chủ trì", "chaired by"),
        checksum: ("mã kiểm tra", "checksum"),
        citationKey: ("khóa viện dẫn", "citation key"),
        cites: ("viện dẫn", "cites"),
        coastal: ("giáp biển", "coastal"),
        code: ("ký hiệu cơ quan", "code"),
        concludes: ("kết luận về", "concludes on"),
        confidence: ("độ tin cậy", "confidence"),
        consolidates: ("hợp nhất", "consolidates"),
        continues: ("tiếp tục thực hiện", "continues"),
        correctedModality: ("cách nói đã sửa", "corrected modality"),
        correctedObject: ("đối tượng đã sửa", "corrected object"),
        correctedPredicate: ("quan hệ đã sửa", "corrected predicate"),
        correctedSubject: ("chủ thể đã sửa", "corrected subject"),
        corrects: ("đính chính", "corrects"),
        cue: ("lời dẫn", "cue"),
        deadline: ("thời hạn", "deadline"),
        declined: ("không được lấy", "declined"),
        descendsFrom: ("bắt nguồn từ", "descends from"),
        disputed: ("còn khác nhau về", "disputed"),
        documentClass: ("lớp văn bản", "document class"),
        documentType: ("loại văn bản", "document type"),
        effective: ("ngày có hiệu lực", "effective"),
        end: ("vị trí cuối", "end"),
        endsOn: ("kết thúc", "ends on"),
        evidence: ("bằng chứng", "evidence"),
        expires: ("ngày hết hiệu lực", "expires"),
        guides: ("hướng dẫn", "guides"),
        heldBy: ("do cơ quan tổ chức", "held by"),
        heldOn: ("giữ vào ngày", "held on"),
        holder: ("người giữ", "holder"),
        implementedBy: ("do cơ quan thực hiện", "implemented by"),
        implementedThrough: ("được thực hiện bằng", "implemented through"),
        implements: ("thực hiện", "implements"),
        inSource: ("ở nguồn", "in source"),
        inference: ("cách suy ra", "inference"),
        inverted: ("ngược chiều", "reversed"),
        issued: ("ngày ban hành", "issued"),
        issuedBy: ("do cơ quan ban hành", "issued by"),
        jurisdiction: ("phạm vi quản lý", "jurisdiction"),
        level: ("cấp", "level"),
        linkedWith: ("gắn với", "linked with"),
        member: ("gồm văn bản", "member"),
        mentions: ("nhắc đến", "mentions"),
        mergedInto: ("nhập vào", "merged into"),
        modality: ("thể", "modality"),
        normative: ("quy phạm pháp luật", "normative"),
        note: ("ghi chú", "note"),
        number: ("số, ký hiệu", "number"),
        numeral: ("phần số", "numeral"),
        parent: ("cấp trên trực tiếp", "parent"),
        part: ("phần", "part"),
        period: ("kỳ", "period"),
        post: ("chức vụ được giữ", "post"),
        published: ("ngày đăng", "published"),
        publisher: ("nơi đăng", "publisher"),
        qualifier: ("mức độ", "qualifier"),
        quote: ("trích dẫn", "quote"),
        rank: ("thứ bậc", "rank"),
        recorded: ("ghi lúc", "recorded"),
        region: ("vùng", "region"),
        regionSince2025: ("vùng từ năm 2025", "region since 2025"),
        relation: ("quan hệ được báo", "relation"),
        repeals: ("bãi bỏ", "repeals"),
        replacedBy: ("được thay thế bằng", "replaced by"),
        replaces: ("thay thế", "replaces"),
        reportedBy: ("do người báo cáo", "reported by"),
        responsibleFor: ("chịu trách nhiệm", "responsible for"),
        restsOn: ("dựa trên", "rests on"),
        reviewNote: ("lý do duyệt", "review note"),
        reviewedAt: ("duyệt lúc", "reviewed at"),
        reviewedBy: ("người duyệt", "reviewed by"),
        reviews: ("sơ kết, tổng kết", "reviews"),
        role: ("vai trò", "role"),
        rowKey: ("khóa dòng", "row key"),
        run: ("lần đọc", "run"),
        seenOn: ("thấy ngày", "seen on"),
        series: ("dãy số", "numbering series"),
        signedBy: ("do người ký", "signed by"),
        start: ("vị trí đầu", "start"),
        startsOn: ("bắt đầu", "starts on"),
        successor: ("kế tiếp", "successor"),
        surface: ("chữ in", "surface"),
        suspends: ("đình chỉ", "suspends"),
        system: ("hệ thống", "system"),
        taughtDocument: ("là văn bản", "means document"),
        taughtFrom: ("ngày của bài được duyệt", "day of the reviewed text"),
        taughtIssued: ("ngày ban hành lúc duyệt", "issued when reviewed"),
        taughtName: ("cách gọi đã duyệt", "reviewed name"),
        taughtNumber: ("số, ký hiệu đã duyệt", "reviewed number"),
        taughtTitle: ("trích yếu lúc duyệt", "title when reviewed"),
        taughtType: ("loại văn bản lúc duyệt", "type when reviewed"),
        term: ("nhiệm kỳ", "term"),
        title: ("trích yếu", "title"),
        typeCode: ("ký hiệu loại", "type code"),
        unit: ("thuộc đơn vị", "unit"),
        unitKind: ("loại đơn vị", "kind of unit"),
        unitOfMeasure: ("đơn vị tính", "unit of measure"),
        unitSet: ("bộ đơn vị", "set of units"),
        validFrom: ("có từ", "valid from"),
        validTo: ("có đến", "valid to"),
        value: ("giá trị", "value"),
        verdict: ("kết quả duyệt", "verdict"),
        verification: ("mức kiểm chứng", "verification"),
        withdrawn: ("thôi lúc", "withdrawn"),
    }
)
