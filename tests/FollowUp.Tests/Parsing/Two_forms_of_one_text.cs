using System.Text.Json.Nodes;
using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Tests.Parsing.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Parsing;

/// <summary>
/// An accent as a part of its letter or behind it (NFC, NFD): people see no difference, and there is none. Tests
/// <see cref="RegisterFile"/>, <see cref="PersonParser"/>, <see cref="Fingerprints"/> and <see cref="AgreementDraft"/>.
/// </summary>
public sealed class Two_forms_of_one_text
{
    private const string Composed = "Пересмотр договорённости, Café й", Decomposed = "Пересмотр договоре\u0308нности, Cafe\u0301 и\u0306";

    private static readonly string[] Texts =
        [
            "/people/0/name",
            "/agreements/0/title/en",
            "/agreements/0/place",
            "/agreements/0/parties/0/name/en",
            "/agreements/0/clauses/0/text/ru",
            "/agreements/0/items/0/title/en",
        ];

    [Fact]
    public void are_kept_as_one() => Fingerprints.HashOfForm(With(Decomposed)).Should().Be(Fingerprints.HashOfForm(With(Composed)));

    [Fact]
    public void are_the_same_content() =>
        Fingerprints.HashOf(new Wording { Ru = Decomposed }).Should().Be(Fingerprints.HashOf(new Wording { Ru = Composed }))
            .And.NotBe(Fingerprints.HashOf(new Wording { Ru = "й" }));

    /// <summary>As a version wrote it that kept texts as they came.</summary>
    [Theory]
    [InlineData(Composed)]
    [InlineData(Decomposed)]
    public void are_the_same_registration_also_to_a_store_that_holds_the_other(string sent)
    {
        (StoredAgreement head, StoredItem item) = Earlier(Decomposed);
        AgreementDraft draft = With(sent).Agreements[0];

        draft.IsOf(head, [item]).Should().BeTrue();
        draft.Items[0].IsOf(item).Should().BeTrue();
    }

    [Theory]
    [InlineData("/agreements/0/title/en", "\"Another\"")]
    [InlineData("/agreements/0/items/0/title/en", "\"Another\"")]
    [InlineData("/agreements/0/items/0/dueOn", "\"2020-06-01\"")]
    [InlineData("/agreements/0/items/0/silentUntilDue", "true")]
    [InlineData("/agreements/0/clauses/0/text/zh", "null")]
    public void are_other_content_where_anything_else_is_other(string pointer, string json)
    {
        (StoredAgreement head, StoredItem item) = Earlier(Decomposed);
        JsonNode other = Written(Decomposed);
        other.Set(pointer, json);

        Example.Read(other).Register.Agreements[0].IsOf(head, [item]).Should().BeFalse();
    }

    private static RegisterFile With(string text) => Example.Read(Written(text)).Register;

    private static JsonNode Written(string text)
    {
        JsonNode node = Example.Node;
        foreach (string pointer in Texts)
        {
            node.Set(pointer, $"\"{text}\"");
        }

        return node;
    }

    private static (StoredAgreement Head, StoredItem Item) Earlier(string text)
    {
        AgreementDraft draft = With(Composed).Agreements[0];
        Wording wording = new() { En = text };
        Agreement agreement = draft.Agreement with
        {
            Title = wording,
            Place = text,
            Parties = [draft.Agreement.Parties[0] with { Name = wording }],
            Clauses = [draft.Agreement.Clauses[0] with { Text = draft.Agreement.Clauses[0].Text with { Ru = text } }],
        };
        ItemDraft item = draft.Items[0] with { Title = wording };
        string fingerprint = Fingerprints.HashOfForm(item);
        AgreedItem accepted = Sample.Item("2020-05-29", "2020-03-02 08:00") with { Title = wording };
        return (
            new(agreement, [item.Id], Fingerprints.HashOfForm(new { Agreement = agreement, Items = new[] { fingerprint } }), IsActive: true,
                Chain.Empty),
            new(accepted, fingerprint));
    }
}
