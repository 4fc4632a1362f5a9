using FollowUp.Phrases;

namespace FollowUp.Tests.Phrases.Rig;

/// <summary>An English text as it stands in rows, and the phrase that it is.</summary>
/// <param name="Phrase"><c>code</c>, or <c>code {args}</c>.</param>
/// <param name="IsEarlier">Only earlier versions wrote it so.</param>
internal sealed record Example(string Text, string Phrase, bool IsEarlier = false)
{
    public string Code => Phrase.Split(' ')[0];

    /// <summary>That each is read as what it is, written as it was, and no code is without one.</summary>
    public static void Hold(IReadOnlyList<Example> examples, Vocabulary vocabulary)
    {
        foreach (Example example in examples)
        {
            Phrase? read = vocabulary.Read(example.Text);
            read.AsJson().Should().Be(Say.Example(example.Phrase), example.Text);
            (vocabulary.Say(read!) == example.Text).Should().Be(!example.IsEarlier, example.Text);
        }

        examples.Select(example => example.Code).Distinct().Should().BeEquivalentTo(vocabulary.Codes);
    }
}
