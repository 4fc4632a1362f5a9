namespace FollowUp.Tables;

/// <summary>Why the service does not do what it was asked, in the words of Azure.</summary>
internal sealed record Refusal(int Status, string Code, string Message)
{
    // Outcomes of every day.
    public static readonly Refusal TableNotFound = new(404, nameof(TableNotFound), "The table specified does not exist.");
    public static readonly Refusal ResourceNotFound = new(404, nameof(ResourceNotFound), "The specified resource does not exist.");
    public static readonly Refusal TableAlreadyExists = new(409, nameof(TableAlreadyExists), "The table specified already exists.");
    public static readonly Refusal TableBeingDeleted =
        new(409, nameof(TableBeingDeleted), "The specified table is being deleted. Try operation later.");
    public static readonly Refusal EntityAlreadyExists = new(409, nameof(EntityAlreadyExists), "The specified entity already exists.");
    public static readonly Refusal UpdateConditionNotSatisfied =
        new(412, nameof(UpdateConditionNotSatisfied), "The update condition specified in the request was not satisfied.");

    // What no caller should have sent.
    public static readonly Refusal PropertiesNeedValue =
        new(400, nameof(PropertiesNeedValue), "The values are not specified for all properties in the entity.");
    public static readonly Refusal EntityTooLarge =
        new(400, nameof(EntityTooLarge), "The entity is larger than the maximum allowed size (1MB).");
    public static readonly Refusal TooManyProperties =
        new(
            400,
            nameof(TooManyProperties),
            "The entity contains more properties than allowed. Each entity can include up to 252 properties to store data. "
            + "Each entity also has 3 system properties.");
    public static readonly Refusal PropertyValueTooLarge =
        new(
            400,
            nameof(PropertyValueTooLarge),
            "The property value exceeds the maximum allowed size (64KB). "
            + "If the property value is a string, it is UTF-16 encoded and the maximum number of characters should be 32K or less.");
    public static readonly Refusal KeyValueTooLarge =
        new(400, nameof(KeyValueTooLarge), "The key property value exceeds the maximum allowed size (1KB).");
    public static readonly Refusal PropertyNameTooLong =
        new(400, nameof(PropertyNameTooLong), "The property name exceeds the maximum allowed length (255).");
    public static readonly Refusal PropertyNameInvalid = new(400, nameof(PropertyNameInvalid), "The property name is invalid.");
    public static readonly Refusal DuplicatePropertiesSpecified =
        new(400, nameof(DuplicatePropertiesSpecified), "A property is specified more than once.");
    public static readonly Refusal InvalidInput = new(400, nameof(InvalidInput), "One of the request inputs is not valid.");
    public static readonly Refusal OutOfRangeInput = new(400, nameof(OutOfRangeInput), "One of the request inputs is out of range.");
    public static readonly Refusal InvalidResourceName =
        new(400, nameof(InvalidResourceName), "The specifed resource name contains invalid characters.");
    public static readonly Refusal MissingRequiredHeader =
        new(400, nameof(MissingRequiredHeader), "An HTTP header that's mandatory for this request is not specified.");
    public static readonly Refusal NotImplemented =
        new(501, nameof(NotImplemented), "The requested operation is not implemented on the specified resource.");
    public static readonly Refusal MediaTypeNotSupported =
        new(415, nameof(MediaTypeNotSupported), "None of the provided media types are supported");

    // What only happens under load, or when a test wants it.
    public static readonly Refusal ServerBusy =
        new(503, nameof(ServerBusy), "The server is currently unable to receive requests. Please retry your request.");
    public static readonly Refusal InternalError =
        new(500, nameof(InternalError), "The server encountered an internal error. Please retry the request.");
    public static readonly Refusal TooManyRequests = new(429, nameof(TooManyRequests), "Too many requests. Please retry your request.");

    // What ails a file of one's own; Azure has no names for it. Where it may have been kept, or may be mended under way, the status is
    // one after which clients try again.
    public static readonly Refusal StoreFull = new(503, nameof(StoreFull), "The disk that the store is on is full.");
    public static readonly Refusal StoreReadOnly =
        new(503, nameof(StoreReadOnly), "The store's file cannot be written: it is read-only, or was moved away.");
    public static readonly Refusal StoreFailing = new(500, nameof(StoreFailing), "The disk that the store is on reports errors.");
    public static readonly Refusal StoreUnopened = new(500, nameof(StoreUnopened), "The store's file cannot be opened again.");
    public static readonly Refusal StoreDamaged = new(507, nameof(StoreDamaged), "The store's file is damaged. Put back a backup.");

    // What belongs to batches.
    public static readonly Refusal CommandsInBatchActOnDifferentPartitions =
        new(400, nameof(CommandsInBatchActOnDifferentPartitions), "All commands in a batch must operate on same entity group.");
    public static readonly Refusal TooManyChanges =
        new(400, nameof(InvalidInput), "The batch request operation exceeds the maximum 100 changes per change set.");
    public static readonly Refusal RequestBodyTooLarge =
        new(413, nameof(RequestBodyTooLarge), "The request body is too large and exceeds the maximum permissible limit.");

    public static readonly Refusal InvalidDuplicateRow = new(
        400,
        nameof(InvalidDuplicateRow),
        "The batch request contains multiple changes with same row key. An entity can appear only once in a batch request.");

    public static Refusal InvalidFilter(string why) =>
        InvalidInput with { Message = $"One of the request inputs is not valid. $filter: {why}" };
}

/// <summary>
/// Raised where a request turns out to be malformed; refusals of every day are returned, since throwing costs more than answering.
/// </summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal => refusal;
}
