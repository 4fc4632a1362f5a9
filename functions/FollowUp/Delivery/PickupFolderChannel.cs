using MimeKit;

namespace FollowUp.Delivery;

/// <summary>Letters as <c>.eml</c> files in a folder, for development and for mail gateways that take them from there.</summary>
public sealed class PickupFolderChannel(string folder, MailboxAddress from, MailboxAddress? replyTo = null) : ILetterChannel
{
    private const string Name = "The letter folder";

    public async Task<string?> Send(RenderedLetter letter, CancellationToken cancel)
    {
        MimeMessage message = letter.ToMimeOrRefuse(from, replyTo, Name);
        string path = Path.Combine(folder, $"{letter.Letter.MessageId.Replace('@', '_')}.eml");
        try
        {
            _ = Directory.CreateDirectory(folder);

            // Written under another name first, so that a gateway which watches the folder never sees half a letter.
            await message.WriteToAsync(path + ".part", cancel);
            File.Move(path + ".part", path, overwrite: true);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever is wrong with a folder (a full disk, an impossible path) can be mended, and letters wait for that.
            throw new DeliveryDelayedException(Name, failure) { Why = "The letter folder (Letters:Folder) cannot be written." };
        }
    }
}
