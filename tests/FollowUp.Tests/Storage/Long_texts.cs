using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// A record is spread over properties of 32 000 characters; a character of two halves must not be torn. Tests <see cref="JsonColumns"/>
/// and <see cref="RowFullException"/>.
/// </summary>
public sealed class Long_texts
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public async Task come_back_as_they_were_written(string shift)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string[] texts = [.. Enumerable.Range(0, 4).Select(n => $"{shift}{n}{string.Concat(Enumerable.Repeat("𠮷", 7_900))}")];

        foreach (string text in texts)
        {
            Answer answer = await town.Progress(text);
            answer.Status.Should().Be(200, answer.Text);
        }

        (await town.Item())["progress"]!.AsArray().Select(report => (string)report!["text"]!).Should().Equal(texts);
        (await town.Journal()).Where(entry => (string)entry["event"]! == "progress").Select(entry => (string)entry["text"]!)
            .Should().Equal(texts);
    }
}
