namespace FollowUp.Parsing;

public enum ReferenceKind
{
    Person,
    Calendar,
    Plan,
}
