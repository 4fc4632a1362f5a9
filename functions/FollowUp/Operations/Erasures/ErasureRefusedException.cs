using FollowUp.Faults;

namespace FollowUp.Operations.Erasures;

/// <summary>Somebody who cannot be erased as things stand, with what stands against it.</summary>
public sealed class ErasureRefusedException(string message) : Exception(message)
{
    /// <summary>More would fill a page; the others are named once these are done.</summary>
    private const int NamedMax = 20;

    public static ErasureRefusedException Parts(string person, IEnumerable<string> items) =>
        new(RefusalPhrases.ErasureParts.Fill(person, string.Join(", ", items.Take(NamedMax))));

    public static ErasureRefusedException Named(string person, IEnumerable<string> people) =>
        new(RefusalPhrases.ErasureNamed.Fill(person, (object)people.Take(NamedMax).ToArray()));

    public static ErasureRefusedException Letter(string person) => new(RefusalPhrases.ErasureLetter.Fill(person));
}
