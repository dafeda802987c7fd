package app.barker.bark;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The barks that say something; rebarks, which stand among them, are left out everywhere. */
interface BarkRepository extends Repository<Bark, Long> {

    Bark saveAndFlush(Bark bark);

    @Query("select b from Bark b where b.id = :id and b.text is not null")
    Optional<Bark> find(long id);

    /** Waits for others who are changing or deleting it, and then finds it as they left it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Bark b where b.id = :id and b.text is not null")
    Optional<Bark> lockAlone(long id);

    /** Keeps it from being deleted until the transaction ends; others may answer it too (H2: one after the other). */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select b from Bark b where b.id = :id and b.text is not null")
    Optional<Bark> lockShared(long id);

    @Query("select b from Bark b where b.authorId = :authorId and b.postKey = :postKey and b.text is not null")
    Optional<Bark> findPosted(long authorId, UUID postKey);

    boolean existsByParentId(long parentId);

    void delete(Bark bark);
}
