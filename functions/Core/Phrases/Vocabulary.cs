namespace FollowUp.Phrases;

/// <summary>The phrases of one kind: all that can stand in one place of an answer.</summary>
public sealed class Vocabulary(params PhraseTemplate[] templates)
{
    public IEnumerable<string> Codes => templates.Select(template => template.Code).Distinct();

    /// <summary>What a text says; null where there is none, or it is none of these.</summary>
    public Phrase? Read(string? text)
    {
        foreach (PhraseTemplate template in text is null ? [] : templates)
        {
            if (template.Read(text!) is { } phrase)
            {
                return phrase;
            }
        }

        return null;
    }

    /// <summary>The same, where its code is known.</summary>
    public Phrase? Read(string code, string text) => Array.Find(templates, template => template.Code == code)?.Read(text);

    /// <summary>The English of one of its phrases.</summary>
    public string Say(Phrase phrase) => Array.Find(templates, template => template.Code == phrase.Code)!.Say(phrase);
}
