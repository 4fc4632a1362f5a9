using MimeKit;

namespace FollowUp.Delivery;

/// <summary>Letters as <c>.eml</c> files in a folder, for development and for mail gateways that take them from there.</summary>
public sealed class LetterFolder(string folder, MailboxAddress from) : ILetterChannel
{
    public async Task Send(WrittenLetter letter, CancellationToken cancel)
    {
        MimeMessage message = letter.Sealed(from, "The letter folder");
        string path = Path.Combine(folder, $"{letter.Letter.MessageId.Replace('@', '_')}.eml");
        try
        {
            _ = Directory.CreateDirectory(folder);

            // Whole or not at all: whoever watches the folder never sees half a letter.
            await message.WriteToAsync(path + ".part", cancel);
            File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever ails a folder (a full disk, a path that is none), somebody can mend, and letters must wait for that.
            throw new DeliveryDelayedException("The letter folder", failure) { Why = "The letter folder (Letters:Folder) cannot be written." };
        }
    }
}
