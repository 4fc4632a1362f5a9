using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with a file that is handed in: its name, or what is in it.</summary>
public static class FileFaults
{
    public static PhraseTemplate Empty { get; } = new("file-empty", "is an empty file: hand in the one that shows what was done");

    public static PhraseTemplate UnknownKind { get; } = new(
        "file-kind", "is of no kind that is taken, whatever its name says; taken are {kinds:text}");

    public static PhraseTemplate OtherEnding { get; } = new(
        "file-ending", "must end in {endings:text}: the content is {kind:text}");

    public static PhraseTemplate OtherType { get; } = new(
        "file-type", "must be {type:text} or left out: the content is {kind:text}");

    public static PhraseTemplate Folder { get; } = new(
        "file-folder", "must be the name of the file alone, without the folder that it lies in");

    public static PhraseTemplate Character { get; } = new(
        "file-character", "has {character:quoted}, which some systems take in no name of a file: take it out");

    public static PhraseTemplate Edge { get; } = new(
        "file-edge", "must not begin or end with a dot or a blank, which some systems hide or cut off");

    public static PhraseTemplate Device { get; } = new(
        "file-device", "is the name of a device on some systems: call the file otherwise");

    public static Vocabulary Vocabulary { get; } =
        new(Empty, UnknownKind, OtherEnding, OtherType, Folder, Character, Edge, Device);
}
