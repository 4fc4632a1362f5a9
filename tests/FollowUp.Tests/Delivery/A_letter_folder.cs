using FollowUp.Delivery;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using MimeKit;

namespace FollowUp.Tests.Delivery;

/// <summary>Tests <see cref="PickupFolderChannel"/>.</summary>
public sealed class A_letter_folder : IDisposable
{
    private static readonly MailboxAddress From = new("FollowUp", "followup@nia.example");

    private readonly string folder = Directory.CreateTempSubdirectory("followup-letters-").FullName;

    private static RenderedLetter Letter { get; } = SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "ana"));

    [Fact]
    public async Task holds_each_letter_once_and_whole()
    {
        PickupFolderChannel letters = new(Path.Combine(folder, "new"), From);
        await letters.Send(Letter, TestContext.Current.CancellationToken);
        await letters.Send(Letter, TestContext.Current.CancellationToken);

        string file = Directory.GetFiles(Path.Combine(folder, "new"))
            .Should().ContainSingle("the same Message-ID is the same letter").Subject;
        Path.GetFileName(file).Should().Be($"{Letter.Letter.MessageId.Replace('@', '_')}.eml");
        MimeMessage message = await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
        message.Subject.Should().Be(Letter.Subject);
        message.TextBody!.ReplaceLineEndings("\n").TrimEnd().Should().Be(Letter.Text.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task that_cannot_be_written_delays_the_letter()
    {
        string file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);
        PickupFolderChannel letters = new(file, From);
        await letters.Awaiting(it => it.Send(Letter, CancellationToken.None)).Should().ThrowAsync<DeliveryDelayedException>();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
