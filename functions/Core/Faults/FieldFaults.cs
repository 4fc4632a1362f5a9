using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with any value of a body. Each stands behind the name of its field: "/title is required".</summary>
public static class FieldFaults
{
    public static PhraseTemplate Required { get; } = new("required", "is required");
    public static PhraseTemplate Empty { get; } = new("empty", "must not be empty");
    public static PhraseTemplate NotText { get; } = new("not-a-text", "must be a text");
    public static PhraseTemplate NotObject { get; } = new("not-an-object", "must be an object");
    public static PhraseTemplate NotList { get; } = new("not-a-list", "must be a list");
    public static PhraseTemplate NotBoolean { get; } = new("not-true-or-false", "must be true or false");
    public static PhraseTemplate NotInteger { get; } = new("not-a-number", "must be a whole number from {min:number} to {max:number}");
    public static PhraseTemplate NotHour { get; } = new("not-an-hour", "must be an hour like 09:00");
    public static PhraseTemplate TooLong { get; } = new("too-long", "has {length:number} characters; at most {max:number} are taken");
    public static PhraseTemplate TooMany { get; } = new("too-many", "has {count:number} entries; at most {max:number} are taken");
    public static PhraseTemplate NoneNamed { get; } = new("none-named", "must name at least one");
    public static PhraseTemplate Twice { get; } = new("twice", "is in this list twice[: {value:text}]");
    public static PhraseTemplate NotOneOf { get; } = new("not-one-of", "must be one of {options:text}");
    public static PhraseTemplate Unknown { get; } = new("unknown-field", "is not known here; known are {known:text}");
    public static PhraseTemplate Unexpected { get; } = new("unknown-field", "is not known here: leave it out");
    public static PhraseTemplate NoLanguage { get; } = new("no-language", "must have a text in at least one of {languages:ids}");

    public static PhraseTemplate TooLarge { get; } =
        new("too-large", "takes {length:number} characters, and at most {max:number} are taken: {wayOut:text}");

    /// <summary>A value that would do without what was copied along with it.</summary>
    public static PhraseTemplate BlankAround { get; } = new("blank-around", "{fault:text}; take out the blank before or behind it");

    /// <inheritdoc cref="BlankAround"/>
    public static PhraseTemplate UnseenWithin { get; } = new("unseen-within", "{fault:text}; take out {mark:text}, which nobody sees");

    public static Vocabulary Vocabulary { get; } = new(
        BlankAround, UnseenWithin, Required, Empty, NotText, NotObject, NotList, NotBoolean, NotInteger, NotHour, TooLong, TooMany,
        NoneNamed, Twice, NotOneOf, Unknown, Unexpected, NoLanguage, TooLarge);
}
